# What `cmake --install` puts where, and the Debian package that `cpack -G DEB` makes of it.
set(packaging ${PROJECT_SOURCE_DIR}/packaging)
set(examples ${CMAKE_INSTALL_DOCDIR}/examples)

install(TARGETS vanthu)
install(FILES ${packaging}/man/vanthu.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${packaging}/man/vi/vanthu.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/vi/man1)
install(FILES ${packaging}/man/vanthu-admin.8 DESTINATION ${CMAKE_INSTALL_MANDIR}/man8)
install(FILES ${packaging}/man/vi/vanthu-admin.8 DESTINATION ${CMAKE_INSTALL_MANDIR}/vi/man8)
install(FILES ${packaging}/completion/vanthu.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME vanthu)
install(FILES LICENSE ${packaging}/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(VANTHU_WEB)
    install(FILES ${CMAKE_BINARY_DIR}/web/page/licences.txt DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME web-page-licences.txt)
endif()
install(FILES docs/how-to/run-the-office-server.md docs/how-to/may-chu-co-quan.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${packaging}/examples/nginx.conf ${packaging}/examples/vanthu.default DESTINATION ${examples})
install(FILES samples/one-page.json DESTINATION ${examples})

# NAME.in with the places of this very installation, which are known only while it is made: cmake --install --prefix.
function(install_configured source destination permissions)
    get_filename_component(name ${source} NAME_WLE)
    install(CODE "
        set(CMAKE_INSTALL_FULL_BINDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
        configure_file(\"${packaging}/${source}\" \"${CMAKE_BINARY_DIR}/installed/${name}\" @ONLY)
        file(INSTALL \"${CMAKE_BINARY_DIR}/installed/${name}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${destination}\"
            PERMISSIONS ${permissions})")
endfunction()
set(readable OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
set(executable ${readable} OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
install_configured(systemd/vanthu.service.in lib/systemd/system "${readable}")
install_configured(systemd/vanthu-backup.service.in lib/systemd/system "${readable}")
install(FILES ${packaging}/systemd/vanthu-backup.timer DESTINATION lib/systemd/system)
install_configured(vanthu-admin.in ${CMAKE_INSTALL_SBINDIR} "${executable}")
install_configured(vanthu-backup.in lib/vanthu "${executable}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vanthu)
set(CPACK_PACKAGE_CONTACT "vanthu maintainers <maintainers@users.noreply.r-seed-44ec8739.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Vietnamese administrative documents: write, read back, archive")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Makes decisions and letters of Vietnamese offices in the form of decree
30/2020/ND-CP, as PDF/A for the archive and DOCX for Word, reads old ones back
(Word files, PDF, scans, fonts of TCVN3 and VNI), gets their task tables as
Excel sheets, keeps originals and data in an archive that is searched with or
without accents, and gives outgoing numbers.

It is one program for the command line, and the office's own service with a
web page and an HTTP API, which needs no other computer and no Internet.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# Libraries, those of the modules too, as dpkg-shlibdeps finds them; and what is looked for in files.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-liberation2, tesseract-ocr-vie")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libreoffice-writer-nogui, systemd, dbus")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "nginx-light | nginx, openssl, postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${packaging}/debian/conffiles ${packaging}/debian/postinst ${packaging}/debian/prerm
    ${packaging}/debian/postrm)
set(CPACK_STRIP_FILES ON)
# With DESTDIR the places above are those of the package, not of the folder in which it is put together.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${executable})
set(CPACK_PRE_BUILD_SCRIPTS ${packaging}/debian/finish.cmake)
set(CPACK_VANTHU_PACKAGING ${packaging})
include(CPack)
