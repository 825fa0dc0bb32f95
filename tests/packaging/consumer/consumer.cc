// Uses the library as a stranger would: public headers only. Returns 0 if it works.
#include <thanbai/document.h>

int main() {
  const auto label = thanbai::label_from("body");
  return label && thanbai::to_string(*label) == "body" ? 0 : 1;
}
