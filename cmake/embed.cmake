# Puts templates, schemas, messages, the font manifest and the colour profile into the program: one binary is enough.
# As a module: embed_resources(OUTPUT PROFILE). As a script (cmake -P): writes OUTPUT from FILES (paths relative to ROOT)
# and PROFILE.
if(CMAKE_SCRIPT_MODE_FILE)
    set(body "")
    foreach(file IN LISTS FILES)
        file(READ ${ROOT}/${file} content)
        string(REPLACE ";" "\\;" content "${content}")
        string(APPEND body "    {\"${file}\", R\"vanthu(${content})vanthu\"},\n")
    endforeach()
    string(REPLACE "\\;" ";" body "${body}")
    file(SIZE ${PROFILE} size)
    file(READ ${PROFILE} bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    # Sorted by path: "colour" stands before "fonts" and "templates".
    set(body "    {\"colour/sRGB.icc\", {\"${bytes}\", ${size}}},\n${body}")
    file(WRITE ${OUTPUT}
        "#include \"base/resources.h\"\n\nnamespace {\nconstexpr vanthu::Resource resources[] = {\n${body}};\n} // namespace\n\n"
        "std::span<const vanthu::Resource> vanthu::embedded_resources() { return resources; }\n")
    return()
endif()

set(EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(embed_resources output profile)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
        ${PROJECT_SOURCE_DIR}/templates/*.xml ${PROJECT_SOURCE_DIR}/templates/*.rng
        ${PROJECT_SOURCE_DIR}/templates/*.json ${PROJECT_SOURCE_DIR}/fonts/*.xml)
    list(SORT files)
    list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE absolute)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} "-DFILES=${files}" -DPROFILE=${profile} -DOUTPUT=${output}
            -P ${EMBED_SCRIPT}
        DEPENDS ${absolute} ${profile} ${EMBED_SCRIPT} VERBATIM)
    # Longer than the 65,536 characters that each compiler must take: g++ and clang take more.
    set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
