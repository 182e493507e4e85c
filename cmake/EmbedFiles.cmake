# Data compiled into the program: migrations as they stand, lexicon and rules by src/tools/lexicon_compiler.cpp, words of pages
# by src/tools/page_words_compiler.cpp.

function(onrecord_migration_library)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
  list(SORT files)
  set(out ${CMAKE_BINARY_DIR}/generated/embedded_migrations.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} "-DFILES=${files}" -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
    VERBATIM)
  add_library(onrecord_migrations STATIC ${out})
endfunction()
onrecord_migration_library()

function(onrecord_lexicon)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lexicon/*.tsv)
  list(SORT files)
  add_executable(lexicon_compiler ${CMAKE_SOURCE_DIR}/src/tools/lexicon_compiler.cpp)
  set(out ${CMAKE_BINARY_DIR}/generated/lexicon_data.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND lexicon_compiler ${CMAKE_SOURCE_DIR}/lexicon ${out}
    DEPENDS ${files} lexicon_compiler
    VERBATIM)
  add_library(onrecord_lexicon_data STATIC ${out})
endfunction()

function(onrecord_page_words)
  add_executable(page_words_compiler ${CMAKE_SOURCE_DIR}/src/tools/page_words_compiler.cpp)
  set(words ${CMAKE_SOURCE_DIR}/lexicon/pages/page_words.tsv)
  set(out ${CMAKE_BINARY_DIR}/generated/page_words_data.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND page_words_compiler ${words} ${out}
    DEPENDS ${words} page_words_compiler
    VERBATIM)
  add_library(onrecord_page_words_data STATIC ${out})
endfunction()
