# What the static LIBRARY, as built for release, asks of the system: nothing that prints, ends the
# process, opens a file or a socket, or reads the environment, the locale or the clock. And what it
# can write to: no globals but local statics, which are made once.
cmake_minimum_required(VERSION 3.25)

set(forbidden abort exit _exit quick_exit atexit __assert_fail raise signal kill
  printf fprintf vfprintf puts fputs putchar fputc fwrite perror stdout stderr write __printf_chk __fprintf_chk
  open open64 openat fopen fopen64 freopen creat popen system execve fork dlopen
  socket connect getaddrinfo getenv secure_getenv setenv putenv setlocale newlocale uselocale
  time clock gettimeofday clock_gettime rand random srand
  _ZSt4cout _ZSt4cerr _ZSt4clog _ZSt3cin)
set(forbidden_names "^_ZNK?St(6locale|13basic_filebuf|14basic_[io]fstream|10filesystem)|^_ZNSt13random_device")
# JSON for Modern C++ reads numbers with these; nobody reads the numbers. And simdjson calls what
# never throws, but does not say so, from functions that say it: then the compiler adds terminate.
set(of_json localeconv snprintf __snprintf_chk strtod strtof strtold strtoll strtoull _ZSt9terminatev)

execute_process(COMMAND ${NM} -u ${LIBRARY} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" rows "${text}")
foreach(row IN LISTS rows)
  if(row MATCHES "^([a-z0-9_]+\\.cc)[a-z.]*:$")
    set(file ${CMAKE_MATCH_1})
    list(APPEND files ${file})
  elseif(row MATCHES "^ *[Uw] ([^ @]+)")
    set(name ${CMAKE_MATCH_1})
    if(name IN_LIST forbidden OR name MATCHES "${forbidden_names}")
      message(SEND_ERROR "${file} uses ${name}")
    elseif(name IN_LIST of_json AND NOT file STREQUAL json_ld.cc)
      message(SEND_ERROR "${file} uses ${name}")
    endif()
  endif()
endforeach()
if(NOT "extractor.cc" IN_LIST files)
  message(FATAL_ERROR "${NM} -u ${LIBRARY} says nothing")
endif()

execute_process(COMMAND ${NM} -f sysv ${LIBRARY} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE ";" "," text "${text}")
string(REGEX MATCHALL "[^\n]+" rows "${text}")
foreach(row IN LISTS rows)
  if(row MATCHES "^([^ |]+) *\\|.*\\|(\\.t?bss|\\.t?data)(\\.[^r|][^|]*)? *$")
    set(name ${CMAKE_MATCH_1})
    # _ZGV… is the guard of the static …, and a static that is local begins _ZZ.
    if(NOT name MATCHES "^(_ZGV|_ZZ|\\.bss|\\.data|DW\\.ref)")
      message(SEND_ERROR "a global that can be written to: ${name}")
    endif()
  endif()
endforeach()
