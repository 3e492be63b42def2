@echo off
rem Builds Worthwhile when it has not been built or pom.xml or src changed since, then starts it on a JDK 25 or later.
setlocal EnableDelayedExpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\Amazon Corretto\jdk*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if not defined JDK (
    echo worthwhile: no JDK 25 or later was found; install one, for example Eclipse Temurin 25, or set JAVA_HOME to it. 1>&2
    exit /b 3
)
rem xcopy /L lists, without copying, the sources that are newer than the copy kept by the last build.
set "STALE="
if not exist "%HERE%\target\worthwhile.jar" set "STALE=1"
if not exist "%HERE%\target\built-from" set "STALE=1"
if not defined STALE for /f %%N in ('xcopy "%HERE%\src\main" "%HERE%\target\built-from\main" /D /L /S /Y /I ^| findstr /R "^[1-9]"') do set "STALE=1"
if not defined STALE for /f %%N in ('xcopy "%HERE%\pom.xml" "%HERE%\target\built-from" /D /L /Y /I ^| findstr /R "^[1-9]"') do set "STALE=1"
if defined STALE (
    echo Building Worthwhile, only when something changed... 1>&2
    call mvn -q -B -f "%HERE%\pom.xml" -DskipTests package
    if errorlevel 1 (
        echo worthwhile: the build failed; its output is above. 1>&2
        exit /b 3
    )
    if exist "%HERE%\target\built-from" rmdir /S /Q "%HERE%\target\built-from"
    xcopy "%HERE%\src\main" "%HERE%\target\built-from\main" /S /Y /I /Q >nul
    xcopy "%HERE%\pom.xml" "%HERE%\target\built-from" /Y /I /Q >nul
)
"%JDK%\bin\java.exe" -XX:+UseSerialGC --enable-native-access=javafx.graphics,ALL-UNNAMED --module-path "%HERE%\target\lib\javafx" --add-modules javafx.controls -Dworthwhile.home="%HERE%" -cp "%HERE%\target\worthwhile.jar;%HERE%\target\lib\*" org.worthwhile.cli.Main %*
exit /b %ERRORLEVEL%

:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /B "JAVA_VERSION=" "%~1\release"') do (
    set "MAJOR=%%~V"
    set "MAJOR=!MAJOR:"=!"
    if !MAJOR! GEQ 25 set "JDK=%~1"
)
exit /b 0
