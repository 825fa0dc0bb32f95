# Builds and runs the consumer against the library of one KIND in one WAY: find_package and
# pkg_config use WORK/prefix, add_subdirectory the sources.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)
set(consumer ${CMAKE_CURRENT_LIST_DIR}/consumer)
set(build ${WORK}/${WAY})
file(REMOVE_RECURSE ${build})

if(WAY STREQUAL pkg_config)
  set(ENV{PKG_CONFIG_PATH} "${WORK}/prefix/lib/pkgconfig:$ENV{PKG_CONFIG_PATH}")
  if(KIND STREQUAL static)
    set(static --static)
  endif()
  execute_process(COMMAND pkg-config ${static} --cflags --libs thanbai
    OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(flags UNIX_COMMAND "${flags}")
  file(MAKE_DIRECTORY ${build})
  # Some consumers are built without exceptions.
  run(${CXX} -std=c++17 -fno-exceptions -fno-rtti ${consumer}/consumer.cc -o ${build}/consumer ${flags})
  set(ENV{LD_LIBRARY_PATH} ${WORK}/prefix/lib)
elseif(WAY STREQUAL find_package)
  run(${CMAKE_COMMAND} -S ${consumer} -B ${build} ${settings} -D CMAKE_PREFIX_PATH=${WORK}/prefix)
  run(${CMAKE_COMMAND} --build ${build})
else()
  run(${CMAKE_COMMAND} -S ${consumer} -B ${build} ${settings} -D THANBAI_SOURCE=${SOURCE})
  run(${CMAKE_COMMAND} --build ${build})
endif()

run(${build}/consumer)
