@echo off
rem Starts Fedarium: no arguments open the window, "fedarium --help" lists the commands.
rem Needs Java 25 or newer; looks for it in JAVA_HOME, on the PATH and in the usual places.
setlocal enableextensions
set "REQUIRED=25"
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
set "JAVA_EXE="

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%I in (java.exe) do if not "%%~$PATH:I"=="" call :try "%%~$PATH:I"
for /d %%D in (
    "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*"
) do call :try "%%~D\bin\java.exe"

if not defined JAVA_EXE (
    echo fedarium: Java %REQUIRED% or newer is needed and was not found. 1>&2
    echo Looked in JAVA_HOME, on the PATH, in %ProgramFiles% and in %USERPROFILE%\.jdks. 1>&2
    echo Install a JDK %REQUIRED%, for example Eclipse Temurin, or set JAVA_HOME to one. 1>&2
    exit /b 1
)

rem A recorded start, made for one Java and one folder of jars; with any other it is left aside.
set CACHE=
if exist "%HOME_DIR%\lib\fedarium.aot" set CACHE="-XX:AOTCache=%HOME_DIR%\lib\fedarium.aot"

"%JAVA_EXE%" %CACHE% "@%HOME_DIR%\lib\start.options" "-Dfedarium.home=%HOME_DIR%" -classpath "%HOME_DIR%\lib\*" org.fedarium.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined JAVA_EXE exit /b 0
if not exist "%~1" exit /b 0
set "MAJOR="
for /f "tokens=3" %%V in ('""%~1" -version 2^>^&1 ^| findstr /c:" version ""') do (
    for /f "delims=.-+ tokens=1" %%M in ("%%~V") do set "MAJOR=%%M"
)
if not defined MAJOR exit /b 0
if %MAJOR% GEQ %REQUIRED% set "JAVA_EXE=%~1"
exit /b 0
