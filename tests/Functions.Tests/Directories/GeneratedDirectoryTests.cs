using System.Security.Cryptography;
using System.Text;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Year.Directories;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>The made-up directory of the demonstration has what the city has.</summary>
public sealed class GeneratedDirectoryTests
{
    private static readonly StaffMember[] Given =
    [
        new("shi-agent", "史建国", [new(Role.VillageAgent, "village/370982103201", new(2018, 1, 1))]),
        new("zhai-chief", "王立新", [new(Role.ChiefRepresentative, "township/370982103", new(2018, 1, 1))]),
    ];

    private static readonly CityCatalogue Catalogue = CityCatalogue.Load();
    private static readonly DirectoryEdition Edition = GeneratedDirectory.Of(1, Catalogue, Given);

    [Fact]
    public void It_has_as_many_villages_grids_and_people_as_the_city() => Assert.Equal(
        (863, 3_481, 3_481, 5_730, 1_190, 21),
        (Edition.Villages.Length, Edition.Grids.Length, Holders(GridRole.Manager), Holders(GridRole.Assistant), Holders(GridRole.InformationOfficer), Edition.Points.Length));

    [Fact]
    public void Every_point_has_its_officers_and_every_village_its_agent()
    {
        var posts = Edition.People.SelectMany(person => person.Posts).ToLookup(post => (post.Role, post.Office));
        Role[] atAPoint = [Role.TownshipOfficer, Role.ChiefRepresentative, Role.DeputyRepresentative, Role.TownshipHead, Role.TownshipAgent];
        Role[] atTheCity = [Role.CityAgent, Role.CityReviewer, Role.CityFilingOfficer, Role.BureauOfficer];

        Assert.All(Edition.Points, point => Assert.All(atAPoint, role => Assert.True(posts.Contains((role, Offices.Id(OfficeLevel.Township, point.Township))))));
        Assert.All(Edition.Villages, village => Assert.Single(posts[(Role.VillageAgent, Offices.Id(OfficeLevel.Village, village.Code))]));
        Assert.All(atTheCity, role => Assert.True(posts.Contains((role, "city/370982"))));
    }

    [Fact]
    public void Some_people_have_two_tasks() => Assert.InRange(Edition.People.Count(person => person.Posts.Any() && person.Duties.Any()), 200, 400);

    [Fact]
    public void The_villages_of_the_catalogue_and_the_people_given_are_in_it_as_they_are()
    {
        var villages = Edition.Villages.ToDictionary(village => village.Code, village => village.Name);
        var people = Edition.People.ToDictionary(person => person.Id);

        Assert.All(Catalogue.Places.Villages.Where(village => Catalogue.Places.Township(village.Township)!.Active), village => Assert.Equal(village.Name, villages[village.Code]));
        Assert.All(Given, member => Assert.Equal((member.Name, member.Posts[0]), (people[member.Id].Name, people[member.Id].Posts.Single())));
    }

    [Fact]
    public void No_name_is_there_twice_in_a_township_and_no_code_at_all()
    {
        Assert.Distinct(Edition.Villages.Select(village => (village.Township, village.Name.Zh)));
        Assert.Distinct(Edition.Villages.Select(village => village.Code).Concat(Edition.Grids.Select(grid => grid.Code)));
        Assert.Distinct(Edition.People.Select(person => person.Id));
        Assert.All(Edition.Villages, village => Assert.Matches("^[A-Z][a-z]+ (Village|Community)$", village.Name.En));
    }

    [Theory]
    [InlineData(Language.Chinese, DirectoryFileKind.Workbook)]
    [InlineData(Language.English, DirectoryFileKind.CsvZip)]
    public void Written_to_a_file_and_handed_in_it_is_taken_as_it_is(Language language, DirectoryFileKind kind)
    {
        var files = new DirectoryFiles();
        var tables = ReadFile.Tables(files.Write(DirectoryWriter.Write(Edition, language), kind));

        var reading = DirectoryReader.Read(tables, before: null, Catalogue.Places, new LookupHash(new byte[32]), new DateOnly(2026, 11, 27));

        Assert.Equal(Id(Edition), Id(Assert.IsType<DirectoryReading.Good>(reading).Edition));
    }

    [Fact]
    public void A_seed_gives_the_same_directory_on_every_machine_and_another_one_another()
    {
        Assert.Equal("72e652b9a8638486", Names(Edition));
        Assert.NotEqual(Id(Edition), Id(GeneratedDirectory.Of(2, Catalogue, Given)));
    }

    private static int Holders(GridRole role) => Edition.People.Count(person => person.Duties.Any(duty => duty.Role == role));

    // Of what has a name: what people were trained for may change with the catalogue.
    private static string Names(DirectoryEdition edition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        DirectoryWriter.Write(edition, Language.Chinese).Sheets.Take(3).SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells)))))[..16];

    private static string Id(DirectoryEdition edition) => EditionBytes.Id(EditionBytes.Of(edition));
}
