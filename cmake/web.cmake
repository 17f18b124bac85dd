# The web page: what comes from npm is bundled, and all of it goes, compressed, into the module vanthu_http.
# web_page(OUTPUT): makes the C++ file OUTPUT. Without VANTHU_WEB the service says that it was built without its page.
function(web_page output)
    if(NOT VANTHU_WEB)
        file(CONFIGURE OUTPUT ${output} CONTENT
            "#include \"server/http/module.h\"\n\nnamespace vanthu::server {\nstd::span<const Asset> web_assets();\nstd::span<const Asset> web_assets() { return {}; }\n} // namespace vanthu::server\n")
        return()
    endif()
    find_program(NODE NAMES node nodejs REQUIRED DOC "Node.js 18 or later, which bundles the web page")
    find_program(NPM npm REQUIRED)
    set(source ${PROJECT_SOURCE_DIR}/src/web)
    set(build ${CMAKE_BINARY_DIR}/web)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${source}/*.js ${source}/*.css ${source}/*.html ${source}/*.svg)
    add_custom_command(OUTPUT ${build}/node_modules/.package-lock.json
        COMMAND ${CMAKE_COMMAND} -E make_directory ${build}
        COMMAND ${CMAKE_COMMAND} -E copy ${source}/package.json ${source}/package-lock.json ${source}/.npmrc ${build}
        COMMAND ${NPM} ci --prefix ${build} --ignore-scripts --no-audit --no-fund --loglevel=error
        COMMAND ${CMAKE_COMMAND} -E touch ${build}/node_modules/.package-lock.json
        DEPENDS ${source}/package.json ${source}/package-lock.json ${source}/.npmrc VERBATIM
        COMMENT "Fetching what the web page takes from npm (-DVANTHU_WEB=OFF builds without the page)")
    add_custom_command(OUTPUT ${output}
        COMMAND ${NODE} ${source}/build.mjs ${source} ${build} ${output}
        DEPENDS ${files} ${source}/build.mjs ${source}/tsconfig.json ${PROJECT_SOURCE_DIR}/templates/read-words.xml ${build}/node_modules/.package-lock.json VERBATIM
        COMMENT "Bundling the web page")
    set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
