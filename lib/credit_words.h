// The words by which credits are read: data of credits.cc, all case-folded.
#pragma once

#include <cstdint>
#include <string_view>

namespace thanbai {

enum class Part : std::uint8_t { author, source, photo };

struct LeadIn {
  std::string_view words;  // case-folded
  Part part;
  bool colon;  // it counts only with a colon
};

// The words that open a credit, longest first where one begins another.
inline constexpr LeadIn lead_ins[] = {
    {"written by", Part::author, false},
    {"reported by", Part::author, false},
    {"posted by", Part::author, false},
    {"story by", Part::author, false},
    {"submitted by", Part::author, false},
    {"article by", Part::author, false},
    {"verfasst von", Part::author, false},
    {"geschrieben von", Part::author, false},
    {"escrito por", Part::author, false},
    {"écrit par", Part::author, false},
    {"scritto da", Part::author, false},
    {"geschreven door", Part::author, false},
    {"ditulis oleh", Part::author, false},
    {"skrevet av", Part::author, false},
    {"skrevet af", Part::author, false},
    {"skriven av", Part::author, false},
    {"yazan", Part::author, true},
    {"words by", Part::author, false},
    {"by", Part::author, false},
    {"von", Part::author, false},
    {"par", Part::author, false},
    {"por", Part::author, false},
    {"di", Part::author, false},
    {"door", Part::author, false},
    {"av", Part::author, false},
    {"af", Part::author, false},
    {"oleh", Part::author, false},
    {"bài và ảnh", Part::author, true},
    {"bài, ảnh", Part::author, true},
    {"bài - ảnh", Part::author, true},
    {"bài viết", Part::author, true},
    {"bài", Part::author, true},
    {"tin, ảnh", Part::author, true},
    {"tin và ảnh", Part::author, true},
    {"tin - ảnh", Part::author, true},
    {"tin, bài", Part::author, true},
    {"tin", Part::author, true},
    {"phóng viên", Part::author, false},
    {"ghi chép của", Part::author, false},
    {"ghi chép", Part::author, true},
    {"đăng bởi", Part::author, false},
    {"biên dịch", Part::author, true},
    {"lược dịch", Part::author, true},
    {"người dịch", Part::author, true},
    {"người viết", Part::author, true},
    {"biên soạn", Part::author, true},
    {"tác giả,", Part::author, false},
    {"author,", Part::author, false},
    {"thực hiện", Part::author, true},
    {"tác giả", Part::author, true},
    {"ảnh", Part::photo, true},
    {"đồ họa", Part::photo, true},
    {"text", Part::author, true},
    {"words", Part::author, true},
    {"author", Part::author, true},
    {"reporter", Part::author, true},
    {"photos", Part::photo, true},
    {"photo", Part::photo, true},
    {"fotos", Part::photo, true},
    {"foto", Part::photo, true},
    {"autorin", Part::author, true},
    {"autor", Part::author, true},
    {"autora", Part::author, true},
    {"auteur", Part::author, true},
    {"autore", Part::author, true},
    {"texte", Part::author, true},
    {"texto", Part::author, true},
    {"testo", Part::author, true},
    {"tekst", Part::author, true},
    {"penulis", Part::author, true},
    {"ảnh minh họa", Part::photo, true},
    {"hình ảnh", Part::photo, true},
    {"hình", Part::photo, true},
    {"video", Part::photo, true},
    {"images", Part::photo, true},
    {"image", Part::photo, true},
    {"picture", Part::photo, true},
    {"pictures", Part::photo, true},
    {"photograph", Part::photo, true},
    {"photo credit", Part::photo, true},
    {"bilder", Part::photo, true},
    {"bild", Part::photo, true},
    {"foto's", Part::photo, true},
    {"фото", Part::photo, true},
    {"fotoğraf", Part::photo, true},
    {"crédit photo", Part::photo, true},
    {"автор", Part::author, true},
    {"nguồn tin", Part::source, true},
    {"nguồn", Part::source, true},
    {"theo", Part::source, false},
    {"via", Part::source, false},
    {"source", Part::source, true},
    {"sources", Part::source, true},
    {"quelle", Part::source, true},
    {"quellen", Part::source, true},
    {"fuente", Part::source, true},
    {"fonte", Part::source, true},
    {"bron", Part::source, true},
    {"kilde", Part::source, true},
    {"källa", Part::source, true},
    {"sumber", Part::source, true},
    {"kaynak", Part::source, true},
    {"źródło", Part::source, true},
    {"источник", Part::source, true},
};

// News agencies, case-folded: facts of public record.
inline constexpr std::string_view agencies[] = {"ttxvn",
                                                "vna",
                                                "vietnam+",
                                                "vnanet",
                                                "thông tấn xã việt nam",
                                                "afp",
                                                "agence france-presse",
                                                "reuters",
                                                "ap",
                                                "associated press",
                                                "the associated press",
                                                "upi",
                                                "bloomberg",
                                                "dpa",
                                                "ddp",
                                                "kna",
                                                "epd",
                                                "sid",
                                                "apa",
                                                "sda",
                                                "keystone-sda",
                                                "efe",
                                                "europa press",
                                                "lusa",
                                                "ansa",
                                                "agi",
                                                "adnkronos",
                                                "tass",
                                                "тасс",
                                                "ria",
                                                "interfax",
                                                "интерфакс",
                                                "риа новости",
                                                "ukrinform",
                                                "pap",
                                                "čtk",
                                                "ctk",
                                                "mti",
                                                "agerpres",
                                                "bta",
                                                "hina",
                                                "tanjug",
                                                "xinhua",
                                                "tân hoa xã",
                                                "thx",
                                                "kyodo",
                                                "jiji",
                                                "yonhap",
                                                "cna",
                                                "pa",
                                                "pa media",
                                                "press association",
                                                "belga",
                                                "anp",
                                                "ntb",
                                                "tt",
                                                "ritzau",
                                                "stt",
                                                "aa",
                                                "anadolu",
                                                "iha",
                                                "dha",
                                                "aap",
                                                "the canadian press",
                                                "pti",
                                                "ani",
                                                "ians",
                                                "bernama",
                                                "antara",
                                                "sputnik",
                                                "irna",
                                                "wam",
                                                "mena",
                                                "spa",
                                                "agência brasil"};

// First and last words of the names of outlets.
inline constexpr std::string_view outlet_first[] = {
    "báo", "đài", "tạp chí", "trang tin", "trang web", "trang thông tin", "kênh"};  // Trang: a name
inline constexpr std::string_view outlet_last[] = {"news",   "times",    "post",   "media", "press",
                                                   "agency", "tribune",  "herald", "tv",    "radio",
                                                   "online", "magazine", "today",  "report"};

// Notes that name nobody: "(Tổng hợp)".
inline constexpr std::string_view notes[] = {"tổng hợp", "lược dịch", "biên dịch",  "dịch",
                                             "t/h",      "sưu tầm",   "tổng thuật", "lược thuật",
                                             "ghi",      "thực hiện"};

// Words of a job or of a date's label; a segment that holds one names nobody.
inline constexpr std::string_view not_names[] = {
    "contributor", "editor",        "reporter",        "correspondent",  "writer",
    "staff",       "columnist",     "journalist",      "author",         "redakteur",
    "redakteurin", "korrespondent", "korrespondentin", "published",      "updated",
    "posted",      "modified",      "created",         "first",          "last",
    "publisert",   "oppdatert",     "aktualisiert",    "veröffentlicht", "stand",
    "publié",      "actualizado",   "publicado",       "pubblicato",     "güncelleme",
    "follow",      "comments",      "share",           "subscribe",      "about",
    "über",        "sobre"};

// Words that pages put behind a name.
inline constexpr std::string_view statuses[] = {"updated", "published", "posted", "follow",
                                                "on",      "vào",       "lúc"};

// Jobs that pages put before a name.
inline constexpr std::string_view jobs[] = {"pv", "ctv", "btv"};

// Buttons behind a credit.
inline constexpr std::string_view buttons[] = {"copy link", "link bài gốc", "lấy link", "lấy link!",
                                               "google news"};

// Stand between names, and in lower case inside them.
inline constexpr std::string_view conjunctions[] = {"and", "und", "và",  "et", "y", "e",    "en",
                                                    "og",  "och", "dan", "ve", "и", "with", "mit"};
inline constexpr std::string_view particles[] = {
    "van", "von", "de", "der", "den", "del", "della", "di",  "da",  "do", "dos", "du",
    "le",  "la",  "el", "al",  "bin", "ben", "bint",  "ter", "ten", "zu", "zur", "af"};

}  // namespace thanbai
