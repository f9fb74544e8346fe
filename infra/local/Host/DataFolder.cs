using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host;

/// <summary>The folder of one local city. Held by one program at a time; emptied only when it is known to be ours.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private const string Mark = "onevisit.mark";
    private readonly FileStream _held;

    private DataFolder(FileStream held) => _held = held;

    /// <exception cref="LocalSetupException">Another program holds it, or it is not ours and not empty.</exception>
    public static DataFolder Open(string folder, bool reset)
    {
        var mark = Path.Combine(folder, Mark);
        if (Directory.Exists(folder) && !File.Exists(mark) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new LocalSetupException($"{folder} holds something that is not a OneVisit city. Choose another folder with --data.");
        Directory.CreateDirectory(folder);
        var held = Hold(mark);
        if (reset) Empty(folder);
        return new DataFolder(held);
    }

    public ValueTask DisposeAsync() => _held.DisposeAsync();

    private static FileStream Hold(string mark)
    {
        try
        {
            return new FileStream(mark, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new LocalSetupException($"Another OneVisit is open on {Path.GetDirectoryName(mark)}. Close it, or choose another folder with --data.");
        }
    }

    private static void Empty(string folder)
    {
        foreach (var child in Directory.EnumerateDirectories(folder)) Directory.Delete(child, recursive: true);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != Mark)) File.Delete(file);
    }
}
