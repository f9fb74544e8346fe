using OneVisit.Support;

namespace OneVisit.Local.Host.Tests;

public sealed class DayFileTests : IDisposable
{
    private readonly MovableClock _clock = new(new(2026, 3, 2, 23, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-day-");

    [Fact]
    public void Each_day_has_a_file_of_its_own()
    {
        using (var file = new DayFile(_folder.FullName, _clock))
        {
            file.Write("one");
            _clock.Advance(TimeSpan.FromHours(2));
            file.Write("two");
        }

        Assert.Equal([("2026-03-02", "one"), ("2026-03-03", "two")], Lines());
    }

    [Fact]
    public void After_a_line_that_could_not_be_written_the_next_one_is()
    {
        using (var file = new DayFile(_folder.FullName, _clock))
        {
            _folder.Delete();
            file.Write("lost");
            _folder.Create();
            file.Write("kept");
        }

        Assert.Equal([("2026-03-02", "kept")], Lines());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<(string Day, string Line)> Lines() =>
        from file in _folder.GetFiles()
        orderby file.Name
        from line in File.ReadAllLines(file.FullName)
        select (file.Name[.."2026-03-02".Length], line);
}
