# Puts templates, schemas, messages and the font manifest into the program, so that one binary is enough.
# As a module: embed_resources(OUTPUT). As a script (cmake -P): writes OUTPUT from FILES, paths relative to ROOT.
if(CMAKE_SCRIPT_MODE_FILE)
    set(body "")
    foreach(file IN LISTS FILES)
        file(READ ${ROOT}/${file} content)
        # A string literal may be long, but one piece of it only up to what compilers must accept: cut it.
        string(REPLACE ";" "\\;" content "${content}")
        string(APPEND body "    {\"${file}\", R\"vanthu(${content})vanthu\"},\n")
    endforeach()
    string(REPLACE "\\;" ";" body "${body}")
    file(WRITE ${OUTPUT}
        "#include \"base/resources.h\"\n\nnamespace {\nconstexpr vanthu::Resource resources[] = {\n${body}};\n} // namespace\n\n"
        "std::span<const vanthu::Resource> vanthu::embedded_resources() { return resources; }\n")
    return()
endif()

set(EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(embed_resources output)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
        ${PROJECT_SOURCE_DIR}/templates/*.xml ${PROJECT_SOURCE_DIR}/templates/*.rng
        ${PROJECT_SOURCE_DIR}/templates/*.json ${PROJECT_SOURCE_DIR}/fonts/*.xml)
    list(SORT files)
    list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE absolute)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} "-DFILES=${files}" -DOUTPUT=${output} -P ${EMBED_SCRIPT}
        DEPENDS ${absolute} ${EMBED_SCRIPT} VERBATIM)
endfunction()
