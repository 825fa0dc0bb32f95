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

# Every file of lib/ is in one layer, by the regular expressions below, and includes only files of
# its own layer and of those named in `on_...`. Readers and columns know nothing of each other: what
# passes from one to the other is Lines. extractor.cc alone knows all.
set(layers text readers columns labels fields)
set(text arena ascii authors credits credit_words date date_.* document open_addressing page_limits
  result signature site_name spares text_parts unicode utf8 valid_lines word_hash)  # what a text
                                                                                # holds, and memory
set(readers charset charset_labels clean_text detect_charset html_.* json_ld line_channel marks
  metadata_reader open_elements page_charset page_metadata pending_line read_html read_text
  script_text source_spans to_utf8)  # bytes -> Lines
set(columns builtin_packs columns comment_section container_tree containers context forest headline
  hint_features hint_rules hint_words lexicon line_cache line_features line_mask line_reader
  line_series list_items model neighbours pack page_cut page_features pair_table pattern_.* photo_story
  repeated_text rule_book rule_pattern site_packs title_choice title_features topic_gaps
  trees word_cache)  # Lines and packs -> numbers, hits and scores
set(labels evidence label line_form verdict zones)  # scores -> labels
set(fields article_dates assemble page_title printed_dates small_words)  # labels -> Document
set(on_readers text)
set(on_columns text)
set(on_labels text columns)
set(on_fields text columns)

# layer_of(name out): the one layer that has the file `name`.
function(layer_of name out)
  set(found)
  foreach(layer IN LISTS layers)
    list(JOIN ${layer} "|" names)
    if(name MATCHES "^(${names})$")
      list(APPEND found ${layer})
    endif()
  endforeach()
  list(LENGTH found count)
  if(NOT count EQUAL 1)
    message(SEND_ERROR "lib/${name}: in ${count} layers of layering.cmake, not in one: ${found}")
  endif()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

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

  if(NOT stem STREQUAL "extractor")
    layer_of(${stem} layer)
    file(STRINGS ${SOURCE}/${file} includes REGEX "^#include \"[a-z0-9_]+\\.(h|inc)\"")
    foreach(include IN LISTS includes)
      string(REGEX REPLACE "^#include \"([a-z0-9_]+)\\..*" "\\1" name "${include}")
      layer_of(${name} below)
      if(NOT below IN_LIST layer AND NOT below IN_LIST on_${layer})
        message(SEND_ERROR "${file} (${layer}) may not stand on ${name}.h (${below})")
      endif()
    endforeach()
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
set(order version export result line document pack extractor)
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
