# cmake -D SOURCE=… -D PYTHON=… -P generated.cmake: generated files are what their generator writes.
cmake_minimum_required(VERSION 3.25)
if(NOT EXISTS "${PYTHON}")
  message("SKIPPED: no Python, lib/html_entities.inc was not compared")
  return()
endif()
execute_process(COMMAND ${PYTHON} ${SOURCE}/scripts/make_html_entities.py
  OUTPUT_VARIABLE written COMMAND_ERROR_IS_FATAL ANY)
file(READ ${SOURCE}/lib/html_entities.inc stored)
if(NOT written STREQUAL stored)
  message(FATAL_ERROR "lib/html_entities.inc is not what its first line says")
endif()
