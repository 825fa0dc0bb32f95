# The include rules of lib/ and include/: who may know whom, and what no library code uses.
# Strings are checked as well as code; comments are not.
cmake_minimum_required(VERSION 3.25)

# forbid(file pattern why): `file` holds no match of `pattern`.
function(forbid file pattern why)
  file(READ ${SOURCE}/${file} text)
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REGEX MATCH "${pattern}" match "\n${text}")
  if(match)
    string(STRIP "${match}" match)
    message(SEND_ERROR "${file}: ${why}: ${match}")
  endif()
endfunction()

set(steps features label context assemble pattern_set read_text read_html to_utf8)
set(shared_by_steps features)  # the numbers of a line, which label and context are made to read

file(GLOB files RELATIVE ${SOURCE} ${SOURCE}/lib/*.cc ${SOURCE}/lib/*.h)
if(NOT files)
  message(FATAL_ERROR "no files in ${SOURCE}/lib")
endif()
foreach(file IN LISTS files)
  cmake_path(GET file STEM LAST_ONLY stem)

  # Foreign libraries stay behind one file each.
  if(NOT file MATCHES "^lib/(to_utf8|detect_charset|charset_labels|unicode)\\.cc$")
    forbid(${file} "#include *<unicode/[^\n]*" "only unicode.cc and the charset files know ICU")
  endif()
  if(NOT file MATCHES "^lib/pattern_set_regex\\.cc$")
    forbid(${file} "#include *[<\"]re2/[^\n]*" "only pattern_set_regex.cc knows RE2")
  endif()

  if(NOT file MATCHES "^lib/json_ld\\.cc$")
    forbid(${file} "#include *<(nlohmann/|simdjson)[^\n]*" "only json_ld.cc knows the JSON parsers")
  endif()

  # A step knows the public headers and the helpers, never another step.
  if(stem IN_LIST steps)
    set(others ${steps})
    list(REMOVE_ITEM others ${stem} ${shared_by_steps})
    list(JOIN others "|" others)
    forbid(${file} "#include *\"(${others}|extractor)\\.h\"" "a step includes no other step")
  endif()
  if(stem MATCHES "^html_")
    forbid(${file} "#include *\"thanbai/[^\n]*" "tokens know nothing of lines")
  endif()

  # Library code neither reads files, prints, ends the process, throws, nor asks the locale.
  forbid(${file}
    "#include *<(c?assert|clocale|locale|xlocale|cctype|ctype|cwctype|cstdio|stdio|[io]?f?stream|[io]+stream|sstream|iomanip|filesystem|csignal|regex)(\\.h)?>"
    "not in library code")
  forbid(${file}
    "[^A-Za-z0-9_.>](abort|exit|_Exit|quick_exit|terminate|assert|getenv|setlocale|printf|fprintf|puts|fopen|strto[dfl]|atoi|atof)[ ]*\\("
    "not in library code")
  forbid(${file} "[^A-Za-z0-9_]throw[^A-Za-z0-9_]" "errors are values")
  forbid(${file} "thread_local|\n +static [a-z_:<>]+ [a-z_]+(;| = |\\{)"
    "nothing that one call leaves to another")
  forbid(${file} "\n(static |thread_local )[A-Za-z_:<>, ]*[A-Za-z_]+( *=[^\n]*)?;" "no mutable globals")
endforeach()

# Each public header stands on those before it in this order, and else on the standard library.
set(order export result line document pack extractor)
file(GLOB headers RELATIVE ${SOURCE}/include/thanbai ${SOURCE}/include/thanbai/*.h)
set(unordered ${headers})
foreach(header IN LISTS order)
  list(REMOVE_ITEM unordered ${header}.h)
  file(STRINGS ${SOURCE}/include/thanbai/${header}.h includes REGEX "^#include \"")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include \"(thanbai/)?(.*)\\.h\".*" "\\2" name "${include}")
    if(NOT name IN_LIST below)
      message(SEND_ERROR "include/thanbai/${header}.h may not stand on ${name}.h")
    endif()
  endforeach()
  list(APPEND below ${header})
endforeach()
if(unordered)
  message(SEND_ERROR "not in the order of public headers: ${unordered}")
endif()
