using System.Globalization;

namespace OneVisit.Local.Host;

/// <summary>Lines of text in one file a day (UTC). What a full or broken disk does not take is lost; the next line tries anew.</summary>
public sealed class DayFile(string folder, TimeProvider clock) : IDisposable
{
    private StreamWriter? _writer;
    private DateTime _day;

    public void Write(string line) => Attempt(() => Today().WriteLine(line));

    public void Flush() => Attempt(() => _writer?.Flush());

    public void Dispose() => Attempt(Close);

    private StreamWriter Today()
    {
        var day = clock.GetUtcNow().UtcDateTime.Date;
        if (_day != day) Close();
        _day = day;
        return _writer ??= new StreamWriter(new FileStream(
            Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{Environment.ProcessId}-{GetHashCode():x}.jsonl")),
            FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
    }

    private void Close()
    {
        var writer = _writer;
        _writer = null;
        writer?.Dispose();
    }

    // A log is no reason to end what it tells of.
    private void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception trouble) when (DiskWatch.IsFull(trouble) || trouble is UnauthorizedAccessException)
        {
            _writer?.BaseStream.Dispose();
            _writer = null;
        }
    }
}
