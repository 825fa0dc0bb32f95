# What a caller writes in a program of his own: what must compile without a warning, and what must
# not, such as a view of a temporary or a result that nobody takes.
cmake_minimum_required(VERSION 3.25)
find_program(compiler NAMES ${COMPILER} ${COMPILER}-19 ${COMPILER}-18 ${COMPILER}-16 ${COMPILER}-14)
if(NOT compiler)
  if(DEFINED ENV{CI})
    message(FATAL_ERROR "${COMPILER} is not installed; CI must have it")
  endif()
  message("SKIPPED: ${COMPILER} is not installed")
  return()
endif()

# try(standard is_right code): whether `code` compiles as it should, as the body of a function.
function(try standard is_right code)
  file(WRITE ${WORK}/${COMPILER}.cc "
#include <thanbai/extractor.h>
using namespace thanbai;
std::string made();
const std::string made_const();
Utf8 made_utf8();
const Utf8 made_const_utf8();
void caller(const Extractor& extractor, Scratch& scratch, std::string& kept, Utf8& utf8);
void caller(const Extractor& extractor, Scratch& scratch, std::string& kept, Utf8& utf8) {
  (void)extractor, (void)scratch, (void)kept, (void)utf8;
  ${code};
}
")
  execute_process(
    COMMAND ${compiler} -std=c++${standard} -Wall -Wextra -Werror -fsyntax-only
      -I ${SOURCE}/include ${WORK}/${COMPILER}.cc
    RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE output)
  if(is_right AND NOT result EQUAL 0)
    message(SEND_ERROR "does not compile: ${code}\n${output}")
  elseif(NOT is_right AND result EQUAL 0)
    message(SEND_ERROR "compiles: ${code}")
  endif()
endfunction()

# What views live in: kept by the caller, or for ever.
foreach(call read_text read_html to_utf8 html_to_utf8 extractor.extract)
  list(APPEND right "(void)${call}(kept)" "(void)${call}(\"literal\")" "(void)${call}(std::string_view(kept))")
  list(APPEND wrong "(void)${call}(made())" "(void)${call}(made_const())" "${call}(kept)")
endforeach()
foreach(call read_text read_html)
  list(APPEND right "(void)${call}(utf8)")
  list(APPEND wrong "(void)${call}(made_utf8())" "(void)${call}(made_const_utf8())" "(void)${call}(*to_utf8(kept))")
endforeach()
list(APPEND right "(void)extractor.extract(kept, scratch)")
list(APPEND wrong "(void)extractor.extract(made_const(), scratch)")

# What nobody takes was done for nothing.
list(APPEND wrong "extractor.extract(Lines())" "Document().text()" "check(Pack())" "clean_line(kept)"
  "Extractor::create()" "builtin_pack(kept)" "parse_pack(kept, kept)")
list(APPEND right "static_assert(THANBAI_VERSION_MAJOR * 100 + THANBAI_VERSION_MINOR >= 1)")

try(17 TRUE "${right}")  # a list of CMake's is a list of statements
foreach(code IN LISTS wrong)
  try(17 FALSE "${code}")
endforeach()

# The first member named, the others left out.
foreach(start "Options{.languages = {}}" "HtmlOptions{.metadata = true}" "Limits{.lines = 1}"
    "Line{.text = {}}" "Rule{.name = {}}" "Pack{.name = {}}")
  list(APPEND named "(void)${start}")
endforeach()
try(20 TRUE "${named}")
