"use strict";  // the index and its pages begin with this
const search = document.getElementById("search");
const found = document.getElementById("found");
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

const theme = document.getElementById("theme");
const is_dark = () => {
  const set = document.documentElement.dataset.theme;
  return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};
const name_theme = () => { theme.textContent = is_dark() ? "Light" : "Dark"; };
theme.addEventListener("click", () => {
  document.documentElement.dataset.theme = is_dark() ? "light" : "dark";
  name_theme();
});
name_theme();
