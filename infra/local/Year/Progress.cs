using System.Globalization;

namespace OneVisit.Local.Year;

/// <summary>How far the year is: a bar on a terminal, a line each twentieth elsewhere.</summary>
internal sealed class Progress(TextWriter output, bool isTerminal, int days)
{
    private const int Width = 40;
    private const int Lines = 20;

    private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();

    public void Day(int over, int cases)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"day {over} of {days}, {cases} cases, {watch.Elapsed:m\\:ss}");
        if (isTerminal)
            output.Write($"\r[{new string('#', Width * over / days)}{new string('.', Width - (Width * over / days))}] {line} ");
        else if (over == days || over * Lines / days != (over - 1) * Lines / days)
            output.WriteLine(line);
        if (isTerminal && over == days)
            output.WriteLine();
    }
}
