# Flags for our own code, and the one way to declare a layer or a test program.
add_library(rondetafel_settings INTERFACE)
target_include_directories(rondetafel_settings INTERFACE ${PROJECT_SOURCE_DIR}/include)
target_compile_options(rondetafel_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# gcc 12 sees overlapping copies in std::string where there are none (its bug 105651), only when it optimises.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(rondetafel_settings INTERFACE -Wno-restrict)
endif()
# Asio and Beast are compiled once, in service/http; every file must see the same choice.
target_compile_definitions(rondetafel_settings INTERFACE
    BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)
if(RONDETAFEL_SANITIZE STREQUAL "address")
    # SOCI of Debian carries no type information for vptr checks.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
elseif(RONDETAFEL_SANITIZE STREQUAL "thread")
    add_compile_options(-fsanitize=thread -DBOOST_ASIO_DISABLE_FENCED_BLOCK)
    add_link_options(-fsanitize=thread)
endif()

# rondetafel_folder(storage SOURCES a.cpp … USES rondetafel_domain …): one static library per layer.
function(rondetafel_folder name)
    cmake_parse_arguments(PARSE_ARGV 1 folder "" "" "SOURCES;USES")
    add_library(rondetafel_${name} STATIC ${folder_SOURCES})
    target_include_directories(rondetafel_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(rondetafel_${name} PUBLIC ${folder_USES} PRIVATE rondetafel_settings)
    target_include_directories(rondetafel_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include)
endfunction()

# rondetafel_test(domain LABEL fast SOURCES a_test.cpp … USES …): one test program, one ctest entry per case.
function(rondetafel_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "LABEL;TIMEOUT" "SOURCES;USES")
    add_executable(${name}_test ${test_SOURCES})
    target_link_libraries(${name}_test PRIVATE ${test_USES} GTest::gtest_main rondetafel_settings)
    target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name}_test PRIVATE RONDETAFEL_SOURCE="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
    set_tests_properties(${name} PROPERTIES LABELS "${test_LABEL}" TIMEOUT 600)
endfunction()
