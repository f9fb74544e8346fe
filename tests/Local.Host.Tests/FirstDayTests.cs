using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Azurite;
using OneVisit.Support;

namespace OneVisit.Local.Host.Tests;

/// <summary>A city in which nobody is yet: an empty Azurite, the two commands of the first day, and then a back office on it. All people are made up.</summary>
public sealed class FirstDayTests : IAsyncLifetime
{
    private const string Decision = "新民发〔2026〕12号：向镇街便民服务点授权";
    private static readonly Guid Account = new("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    private static readonly DateOnly Long = new(2026, 11, 1);

    private readonly TemporaryFolder _folder = new();
    private AzuriteProcess _azurite = null!;

    private string Data => _folder.File("data");

    // A Tuesday morning in Beijing.
    private static DateTimeOffset Morning => new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    public async Task InitializeAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder.File("azurite"), 0, 0, 0));
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "clock"), (Morning - DateTimeOffset.UtcNow).ToString("c"));
    }

    public async Task DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Whoever_was_entered_on_the_first_day_takes_a_case_to_its_decision()
    {
        Assert.Equal(0, (await PublishAsync(City, "--from", "2026-11-24")).Code);
        Assert.Equal(0, (await DelegateAsync()).Code);
        await using var office = await FirstOffice.OpenAsync(Data, _azurite.ConnectionString);

        var decided = await office.DecideAsync();

        Assert.Equal(("approve", "周岚（首席代表）"), (decided.Result!.Action, decided.Result.ByName));
    }

    [Fact]
    public async Task Whoever_was_entered_is_known_by_their_account()
    {
        await PublishAsync(City, "--from", "2026-11-24");
        await using var office = await FirstOffice.OpenAsync(Data, _azurite.ConnectionString);

        var known = (await office.AskAsync(Routes.StaffAccount.Replace("{account}", Account.ToString("D"), StringComparison.Ordinal), Participants.Door)).Must<StaffAccountView>();

        Assert.Equal(new StaffAccountView("sun-bureau", "孙平", HasPost: true), known);
    }

    [Fact]
    public async Task What_is_wrong_in_the_file_is_told_row_by_row_in_both_languages_and_nobody_is_entered()
    {
        var (code, said) = await PublishAsync(City with { People = [.. City.People, new("nobody", "吴名", [new(Role.VillageAgent, "village/370982199999", Long)], [], [])] }, "--from", "2026-11-24");

        Assert.Equal(1, code);
        Assert.Matches(@"岗位 \d+ 单位代码: .*370982199999.* / .*370982199999.*", said);
        Assert.EndsWith("Mistakes: 1. Nothing was changed.", said.Trim(), StringComparison.Ordinal);
        await using var office = await FirstOffice.OpenAsync(Data, _azurite.ConnectionString);
        Assert.False((await office.AskAsync(Routes.Me, "staff:zhou-chief")).Ok);
    }

    [Fact]
    public async Task Without_a_day_an_edition_is_kept_and_not_in_force()
    {
        var (code, said) = await PublishAsync(City);

        Assert.Equal((0, true), (code, said.Contains("It is not in force.", StringComparison.Ordinal)));
        Assert.Contains("人员 / People: 5 new, 0 gone, 0 changed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_may_run_twice()
    {
        await PublishAsync(City, "--from", "2026-11-24");
        await DelegateAsync();

        var (people, authority) = (await PublishAsync(City, "--from", "2026-11-24"), await DelegateAsync());

        Assert.Equal((0, true), (people.Code, people.Said.Contains("was there already", StringComparison.Ordinal)));
        Assert.Equal((0, true), (authority.Code, authority.Said.Contains("township/370982103: has these lines already", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_point_that_has_a_matrix_keeps_it()
    {
        await DelegateAsync();
        var file = WriteAuthority("370982103,D1.2,副首席代表,2000,370982103-01,新泰市民政局,,");

        var (code, said) = await RunAsync(AuthorityCommands.RunAsync, file, "--note", Decision);

        Assert.Equal((1, true), (code, said.Contains("left as it is", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("370982199,D1.2,首席代表,5000,s,新泰市民政局,,", "服务点代码")]
    [InlineData("370982103,D9.9,首席代表,5000,s,新泰市民政局,,", "事项代码")]
    [InlineData("370982103,D1.2,乡镇长,5000,s,新泰市民政局,,", "授权给")]
    [InlineData("370982103,D1.2,首席代表,-1,s,新泰市民政局,,", "最高金额(元)")]
    [InlineData("370982103,D1.2,首席代表,5000,,新泰市民政局,,", "专用章编号")]
    [InlineData("370982103,D1.2,首席代表,5000,s,新泰市民政局,2026-11-23,", "起始日")]
    [InlineData("370982103,D1.2,首席代表,5000,s,新泰市民政局,,2026-11-01", "截止日")]
    public async Task A_line_of_authority_that_cannot_be_is_told_and_none_is_written(string line, string column)
    {
        var file = WriteAuthority("370982103,D1.1,首席代表,,370982103-01,新泰市民政局,,", line);

        var (code, said) = await RunAsync(AuthorityCommands.RunAsync, file, "--note", Decision);

        Assert.Equal(1, code);
        Assert.Matches($" 3 {Regex.Escape(column)}: ", said);
        Assert.Contains("Nothing was changed.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_is_not_written_without_the_decision_it_rests_on() =>
        await Assert.ThrowsAsync<LocalSetupException>(() => RunAsync(AuthorityCommands.RunAsync, WriteAuthority("370982103,D1.2,首席代表,,370982103-01,新泰市民政局,,")));

    [Fact]
    public async Task Numbers_of_people_are_not_taken_to_a_city_in_azure_without_its_key()
    {
        var file = _folder.File("人员.csv");
        await File.WriteAllTextAsync(file, "工号,姓名,身份证号\nli-agent,李静,370982197001010016\n");

        var refused = await Assert.ThrowsAsync<LocalSetupException>(() => PublishDirectory.RunAsync([file, "--account", "nowhere"], TextWriter.Null));

        Assert.Contains(PublishDirectory.LookupKeyVariable, refused.Message, StringComparison.Ordinal);
    }

    private static DirectoryEdition City { get; } = new DirectoryEdition([], [],
    [
        new("li-agent", "李静", [new(Role.VillageAgent, FirstOffice.Village, Long)], [], []),
        new("zhao-officer", "赵平", [new(Role.TownshipOfficer, FirstOffice.Point, Long)], [], []),
        new("qian-deputy", "钱进", [new(Role.DeputyRepresentative, FirstOffice.Point, Long)], [], []),
        new("zhou-chief", "周岚", [new(Role.ChiefRepresentative, FirstOffice.Point, Long)], [], [new("low-income-decisions", Long)]),
        new("sun-bureau", "孙平", [new(Role.BureauOfficer, "city/370982", Long)], [], []) { Account = Account },
    ],
    [new("370982103", "370982103-01", null, null, null, Long)]).Ordered();

    private Task<(int Code, string Said)> PublishAsync(DirectoryEdition edition, params string[] options)
    {
        var file = _folder.File("city.xlsx");
        File.WriteAllBytes(file, new DirectoryFiles().Write(DirectoryWriter.Write(edition, Language.Chinese), DirectoryFileKind.Workbook));
        return RunAsync(PublishDirectory.RunAsync, [file, .. options]);
    }

    private Task<(int Code, string Said)> DelegateAsync()
    {
        var file = _folder.File("authority.xlsx");
        Assert.Equal(0, AuthorityCommands.Run(["--export", file], TextWriter.Null));
        return RunAsync(AuthorityCommands.RunAsync, file, "--note", Decision);
    }

    private string WriteAuthority(params string[] lines)
    {
        var file = _folder.File("authority.csv");
        File.WriteAllLines(file, ["服务点代码,事项代码,授权给,最高金额（元）,专用章编号,以谁的名义,起始日,截止日", .. lines]);
        return file;
    }

    private async Task<(int Code, string Said)> RunAsync(Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task<int>> command, params string[] arguments)
    {
        var output = new StringWriter();
        string Port(string service) => Regex.Match(_azurite.ConnectionString, service + "Endpoint=http://127.0.0.1:(?<port>[0-9]+)/").Groups["port"].Value;
        var code = await command([.. arguments, "--data", Data, "--blob-port", Port("Blob"), "--queue-port", Port("Queue"), "--table-port", Port("Table")], output, CancellationToken.None);
        return (code, output.ToString());
    }
}
