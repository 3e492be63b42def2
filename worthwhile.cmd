@echo off
rem Builds Worthwhile when something changed since the last build, then starts it on a JDK 25 or later.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "TARGET=%HERE%\target"
set "BUILT=%TARGET%\built-from"
set "WINDOW=%TARGET%\worthwhile.aot"
set "COMMANDS=%TARGET%\commands.aot"
set "PREPARED=%TARGET%\prepared-for"

set "JDK="
call :find_jdk
if not defined JDK (
    echo worthwhile: no JDK 25 or later was found; install one, for example Eclipse Temurin 25, in a usual place, or set JAVA_HOME to it. 1>&2
    exit /b 3
)
rem What every start needs. Unlike a file of options, a command line keeps letters that the code page of the console lacks.
set COMMON=--enable-native-access=javafx.graphics,ALL-UNNAMED --module-path "%TARGET%\lib\javafx" --add-modules javafx.controls "-Dworthwhile.home=%HERE%" -cp "%TARGET%\worthwhile.jar;%TARGET%\lib\*"

call :is_current
if errorlevel 1 call :build
if errorlevel 1 exit /b 3
call :is_prepared
if errorlevel 1 call :prepare

rem A command is over before it would pay to optimise its code; the window stays.
set "FOR_WHAT=-XX:+UseParallelGC -XX:TieredStopAtLevel=1"
set "CACHE=%COMMANDS%"
if "%~1"=="" call :choose_window
if /i "%~x1"==".worthwhile" call :choose_window
rem With large tables to read it pays; of these the collector leaves the columns where they are.
for %%C in (data attribute advise) do if /i "%~1"=="%%C" call :weigh %*
set "MANY=0"
if /i "%~1"=="portfolio" call :count %*
if %MANY% gtr 500 set "FOR_WHAT=-XX:+UseParallelGC -XX:TieredStopAtLevel=4"
"%JDK%\bin\java.exe" -Xlog:disable "-XX:AOTCache=%CACHE%" %FOR_WHAT% %COMMON% org.worthwhile.cli.Main %*
exit /b %ERRORLEVEL%

:choose_window
set "FOR_WHAT=-XX:+UseSerialGC -XX:TieredStopAtLevel=4"
set "CACHE=%WINDOW%"
exit /b 0

rem How many proposals there are to choose among: of more than 500 it pays too.
:count
for %%F in (%*) do if exist "%%~F\" (for %%P in ("%%~F\*.proposal.*") do set /a MANY+=1) else set /a MANY+=1
exit /b 0

rem Whether a file, or a table beside it, is of more than 4 MB.
:weigh
for %%F in (%*) do if exist "%%~F" for %%D in ("%%~F" "%%~dpF*.csv" "%%~dpF*.xlsx") do if %%~zD gtr 4194304 set "FOR_WHAT=-XX:+UseSerialGC -Xms256m -XX:MinHeapFreeRatio=20 -XX:NewSize=32m -XX:MaxNewSize=32m -XX:PretenureSizeThreshold=1m -XX:LoopUnrollLimit=8"
exit /b 0

:find_jdk
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac.exe 2^>nul') do call :consider "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\LibericaJDK*" "%ProgramFiles%\SapMachine\JDK\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*") do call :consider "%%~D"
exit /b 0

rem Takes a folder if it holds a JDK that is new enough and none was found before.
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :consider_version "%~1" %%V
exit /b 0

:consider_version
for /f "tokens=1 delims=.-+" %%M in ("%~2") do if %%M geq 25 set "JDK=%~1"
exit /b 0

rem Whether no source is newer, older, new, gone or of another size than at the last build.
:is_current
if not exist "%TARGET%\worthwhile.jar" exit /b 1
if not exist "%BUILT%\top\pom.xml" exit /b 1
robocopy "%HERE%\src\main" "%BUILT%\main" /mir /l /njh /njs /nfl /ndl >nul
if errorlevel 1 exit /b 1
robocopy "%HERE%" "%BUILT%\top" pom.xml worthwhile.cmd /l /njh /njs /nfl /ndl >nul
if errorlevel 1 exit /b 1
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo worthwhile: Maven was not found; install Maven 3.8 or later so that Worthwhile can be built. 1>&2
    exit /b 1
)
echo Building Worthwhile, which is needed only when something changed: compiling with Maven, which fetches 1>&2
echo libraries the first time; this may take some minutes... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
rem The sources are remembered as they are before the build, so that what changes meanwhile is built the next time.
robocopy "%HERE%\src\main" "%BUILT%-new\main" /mir /njh /njs /nfl /ndl >nul
if errorlevel 8 goto :not_remembered
robocopy "%HERE%" "%BUILT%-new\top" pom.xml worthwhile.cmd /njh /njs /nfl /ndl >nul
if errorlevel 8 goto :not_remembered
call mvn -q -B -f "%HERE%\pom.xml" -DskipTests package >"%TARGET%\build.log" 2>&1
if errorlevel 1 (
    type "%TARGET%\build.log" 1>&2
    echo worthwhile: the build failed; its output is above and in target\build.log. 1>&2
    exit /b 1
)
call :prepare
if exist "%BUILT%" rmdir /s /q "%BUILT%"
move "%BUILT%-new" "%BUILT%" >nul
exit /b 0

:not_remembered
echo worthwhile: the folder "%TARGET%" cannot be written; make space, or copy Worthwhile to a folder that you may write to. 1>&2
exit /b 1

rem Whether the start was prepared in this place for this JDK.
:is_prepared
if not exist "%PREPARED%" exit /b 1
>"%PREPARED%-now" echo "%HERE%" "%JDK%"
fc /b "%PREPARED%" "%PREPARED%-now" >nul
exit /b %ERRORLEVEL%

rem The client, with a window that nobody sees, starts within two seconds so; commands load other classes, and fewer.
:prepare
echo Preparing Worthwhile for a fast start... 1>&2
call :remember "%WINDOW%" org.worthwhile.cli.Main
call :remember "%COMMANDS%" org.worthwhile.cli.CommandTraining
>"%PREPARED%" echo "%HERE%" "%JDK%"
exit /b 0

rem Remembers in a cache which classes a start loads, and which methods are worth compiling.
:remember
set "ASIDE=%TEMP%\worthwhile-%RANDOM%-%RANDOM%"
mkdir "%ASIDE%"
"%JDK%\bin\java.exe" -XX:+UseSerialGC "-XX:AOTCacheOutput=%~1" %COMMON% -Dglass.platform=Headless -Dprism.order=sw -Dworthwhile.measure-start=true "-Duser.home=%ASIDE%" "-Dworthwhile.state=%ASIDE%" %2 >nul 2>nul <nul
if errorlevel 1 if exist "%~1" del /q "%~1"
rmdir /s /q "%ASIDE%"
exit /b 0
