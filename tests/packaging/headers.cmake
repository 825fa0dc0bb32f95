# Each public header compiles alone and without a warning under COMPILER in C++ STANDARD.
cmake_minimum_required(VERSION 3.25)
find_program(compiler NAMES ${COMPILER} ${COMPILER}-19 ${COMPILER}-18 ${COMPILER}-16 ${COMPILER}-14)
if(NOT compiler)
  if(DEFINED ENV{CI})
    message(FATAL_ERROR "${COMPILER} is not installed; CI must have it")
  endif()
  message("SKIPPED: ${COMPILER} is not installed")
  return()
endif()

file(GLOB headers RELATIVE ${SOURCE}/include ${SOURCE}/include/thanbai/*.h)
if(NOT headers)
  message(FATAL_ERROR "no headers in ${SOURCE}/include/thanbai")
endif()
foreach(header IN LISTS headers)
  execute_process(
    COMMAND ${compiler} -std=c++${STANDARD} -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
      -fsyntax-only -I ${SOURCE}/include -include ${header} -x c++ /dev/null
    RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(SEND_ERROR "${header} does not compile alone")
  endif()
endforeach()
