@echo off
rem The installed program's command line. A window program has no console of its own on Windows, so its output goes
rem through two files that are typed out when it has ended.
setlocal
set "LIANDONG_STDOUT=%TEMP%\liandong-%RANDOM%%RANDOM%.out"
set "LIANDONG_STDERR=%TEMP%\liandong-%RANDOM%%RANDOM%.err"
start "" /wait "%~dp0liandong-window.exe" --cli %*
set "CODE=%ERRORLEVEL%"
chcp 65001 >nul
if exist "%LIANDONG_STDOUT%" type "%LIANDONG_STDOUT%"
if exist "%LIANDONG_STDERR%" type "%LIANDONG_STDERR%" 1>&2
del "%LIANDONG_STDOUT%" "%LIANDONG_STDERR%" 2>nul
exit /b %CODE%
