namespace OneVisit.Hosting;

/// <summary>What is too large to be held in memory on its way and must be read by nobody else.</summary>
public static class TemporaryFile
{
    /// <returns>Empty; deleted when it is closed.</returns>
    public static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 81_920, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        // Everybody writes into the folder for what is temporary; on Unix a file there is for all to read unless it says that it is not. On Windows the folder is the account's own.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
