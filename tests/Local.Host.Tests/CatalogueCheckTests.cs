namespace OneVisit.Local.Host.Tests;

/// <summary>What a clerk sees who checks a catalogue by hand.</summary>
public sealed class CatalogueCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("catalogue");
    private readonly StringWriter output = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_catalogue_that_is_built_in_is_in_order()
    {
        Assert.Equal(0, CatalogueCheck.Run([], output));
        Assert.Equal("The catalogue is in order: 40 services.", output.ToString().TrimEnd());
    }

    [Fact]
    public void Each_mistake_is_a_line_that_an_editor_can_jump_to()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "acts.yaml"), "acts:\n  - id: some-act\n    title: { zh: 某法 }\n    source_status: demo\n");

        Assert.Equal(1, CatalogueCheck.Run([folder.FullName], output));
        Assert.Contains($"{folder.FullName}/acts.yaml:3: MissingTranslation: title", output.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void What_people_say_is_checked_as_well()
    {
        CatalogueCheck.Run([folder.FullName], output);

        Assert.Contains("understanding/utterances.yaml:0: MissingFile", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_counts_the_mistakes()
    {
        CatalogueCheck.Run([folder.FullName], output);
        var lines = output.ToString().TrimEnd().Split(Environment.NewLine);

        Assert.Equal($"Mistakes: {lines.Length - 1}.", lines[^1]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        var missing = Path.Combine(folder.FullName, "nowhere");

        Assert.Equal(1, CatalogueCheck.Run([missing], output));
        Assert.Equal($"There is no folder {missing}.", output.ToString().TrimEnd());
    }
}
