@echo off
if exist "%~dp0program\python\pythonw.exe" goto start
chcp 65001 >nul
echo 请先把压缩包整个解压，再到解压出来的文件夹里双击这个文件。
echo Extract the whole archive first, then double-click this file in the extracted folder.
pause >nul
exit /b 1
:start
start "" "%~dp0program\python\pythonw.exe" "%~dp0program\start.pyw" %*
