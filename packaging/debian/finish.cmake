# What Debian wants otherwise than `cmake --install` leaves it. Run by cpack on the files of the package.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(doc ${root}/usr/share/doc/vanthu)

# The settings are the administrator's (conffiles); Debian has the text of the licence.
file(MAKE_DIRECTORY ${root}/etc/default)
file(RENAME ${doc}/examples/vanthu.default ${root}/etc/default/vanthu)
file(REMOVE ${doc}/LICENSE)

file(COPY_FILE ${CPACK_VANTHU_PACKAGING}/debian/changelog ${doc}/changelog)
file(GLOB packed ${doc}/changelog ${root}/usr/share/man/man?/* ${root}/usr/share/man/vi/man?/*)
execute_process(COMMAND gzip -9n ${packed} COMMAND_ERROR_IS_FATAL ANY)
