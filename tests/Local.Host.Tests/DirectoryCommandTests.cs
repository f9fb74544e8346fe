using OneVisit.Catalogue;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Azurite;
using OneVisit.Local.Host.Demo;
using OneVisit.Support;

namespace OneVisit.Local.Host.Tests;

public sealed class DirectoryCommandTests
{
    [Theory]
    [InlineData("city.xlsx", "zh-CN")]
    [InlineData("city.zip", "en")]
    public void The_demo_citys_directory_is_written_to_a_file_that_is_taken_back(string name, string language)
    {
        using var folder = new TemporaryFolder();
        var (file, said) = (folder.File(name), new StringWriter());

        Assert.Equal(0, DirectoryCommand.Run(["--export", file, "--language", language], said));

        using var bytes = File.OpenRead(file);
        var tables = Assert.IsType<DirectoryFileReading.Good>(new DirectoryFiles().Read(bytes, name)).Tables;
        var people = Assert.IsType<DirectoryReading.Good>(DirectoryReader.Read(tables, null, CityCatalogue.Load().Places, new LookupHash(new byte[32]), new DateOnly(2026, 11, 27))).Edition.People
            .ToDictionary(person => person.Id);
        Assert.All(DemoStaff.All, member => Assert.Equal((member.Name, member.Posts.Single()), (people[member.Id].Name, people[member.Id].Posts.Single())));
        Assert.EndsWith("863 villages, 3481 grids, 11106 people, 21 service points.", said.ToString().Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--export")]
    [InlineData("--export", "city.doc")]
    [InlineData("--export", "city.xlsx", "--seed", "one")]
    [InlineData("--export", "no/such/folder/city.xlsx")]
    [InlineData("--import", "city.xlsx")]
    public void What_is_missing_or_not_known_is_said(params string[] arguments) =>
        Assert.Throws<LocalSetupException>(() => DirectoryCommand.Run(arguments, TextWriter.Null));
}
