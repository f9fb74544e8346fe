using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Board;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;
using UglyToad.PdfPig;

namespace OneVisit.Functions.Tests.Filing;

public sealed class FilingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Number = "新民备〔2026〕D1.2-0001号";

    [Fact]
    public async Task A_delivered_case_is_put_together_by_itself_with_all_that_the_city_looks_at()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        var card = await journey.TaskAsync("file-r1", Town.Filing);
        using var zip = await PackageAsync(office, journey.CaseId, Town.Filing);
        var names = zip.Entries.Select(entry => entry.FullName).ToArray();
        var index = TextOf(zip, "00-index.pdf");
        var records = TextOf(zip, "10-records/records.pdf");

        Assert.Contains("备案卷包已备齐", card.Facts![0], StringComparison.Ordinal);
        Assert.Contains("40-journal/journal.jsonl", names);
        Assert.Contains(names, name => name.StartsWith("30-issued/decision-letter-", StringComparison.Ordinal));
        Assert.Contains(names, name => name.StartsWith("30-issued/notice-certificate-", StringComparison.Ordinal));
        Assert.All(names.Where(name => name != "00-index.pdf"), name => Assert.Contains(name, index.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("翟敏", records, StringComparison.Ordinal);
        Assert.Contains("何秀英", records, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_in_it_is_the_chain_and_its_hash_the_one_that_was_journalled()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);
        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/package", Town.Filing);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("40-journal/journal.jsonl")!.Open());
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();

        var entries = (await office.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Entries;
        var packaged = entries.Select(entry => entry.Event).OfType<FilingPackaged>().Single();

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), packaged.Hash);
        Assert.Equal(packaged.Head, lines[^1]["hash"]!.GetValue<string>());
        Assert.Equal(entries.Take(lines.Length).Select(entry => entry.Hash), lines.Select(line => line["hash"]!.GetValue<string>()));
        // The agent acted on somebody's behalf: the hash covers for whom.
        Assert.Contains(lines, line => line["by"]!["onBehalfOf"] is not null);
        Assert.IsType<ChainReading.Intact>(JournalChain.Verify(journey.CaseId, [.. lines.Select(EntryOf)]));
        Assert.DoesNotContain(Applications.IdNumber, string.Join('\n', lines.Select(line => line.ToJsonString())), StringComparison.Ordinal);
    }

    // By what stands in the file alone.
    private static Entry EntryOf(JsonNode line)
    {
        var (by, body) = (line["by"]!, line["body"]!.GetValue<string>());
        var actor = new Actor(by["participant"]!.GetValue<string>(), by["name"]!.GetValue<string>(), Roles.Parse(by["role"]!.GetValue<string>())!.Value, by["office"]!.GetValue<string>())
        {
            OnBehalfOf = by["onBehalfOf"]?.Deserialize<Principal>(JournalJson.Options),
        };
        return new(
            line["sequence"]!.GetValue<int>(), line["at"]!.GetValue<DateTimeOffset>(), actor, JournalJson.Read(body), body, line["previousHash"]!.GetValue<string>(), line["hash"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_missing_is_said_on_the_card_before_it_is_filed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        var facts = (await journey.TaskAsync("file-r1", Town.Filing)).Facts!;

        // The agent had them in hand; nothing is owed.
        Assert.DoesNotContain(facts, fact => fact.Contains("还缺", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Town.Resident, 404)]
    [InlineData(Town.OtherResident, 404)]
    [InlineData(Town.ForeignOfficer, 404)]
    [InlineData(Town.Agent, 404)]
    [InlineData(Town.Reviewer, 200)]
    public async Task The_package_is_for_the_city_and_the_township_that_made_it(string who, int status)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/package", who);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_number_in_the_register_is_computed_and_the_case_stands_in_it_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        await journey.FileAsync();
        using var again = await journey.TryAsync("file-r1", Town.Filing, new(ActNames.Filed));
        var register = await office.GetAsync<FilingRegisterView>("register?month=2026-12", Town.Filing);

        Assert.Equal(409, (int)again.StatusCode);
        var filed = Assert.Single(register.Cases);
        Assert.Equal((Number, journey.CaseId, "张*", 1620m, false, "李文静"), (filed.Number, filed.CaseId, filed.Applicant, filed.Monthly!.Value, filed.Typed, filed.FiledBy));
        Assert.Contains((await journey.SeeAsync()).Timeline, entry => entry.Note?.Contains(Number, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_number_that_was_typed_stands_as_it_was_typed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        await journey.DoAsync("file-r1", Town.Filing, new(ActNames.Filed, RegisterNumber: "泰民备 2026-17"));
        var register = await office.GetAsync<FilingRegisterView>("register?month=2026-12", Town.Filing);

        Assert.Equal(("泰民备 2026-17", true), (register.Cases[0].Number, register.Cases[0].Typed));
    }

    [Fact]
    public async Task Who_may_not_file_takes_no_number()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ApprovedAsync(office);

        using var refused = await journey.TryAsync("file-r1", Town.Officer, new(ActNames.Filed));
        await journey.FileAsync();

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Equal(Number, (await office.GetAsync<FilingRegisterView>("register?month=2026-12", Town.Filing)).Cases[0].Number);
    }

    [Theory]
    [InlineData("register?month=2026-13", "month")]
    [InlineData("register?item=D99", "item")]
    [InlineData("register?point=1", "point")]
    [InlineData("register?size=0", "size")]
    public async Task What_is_asked_of_the_register_has_to_be_right(string route, string field)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, route, Town.Filing);

        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Theory]
    [InlineData(Town.Resident)]
    [InlineData(Town.Officer)]
    [InlineData(Town.Agent)]
    public async Task The_register_is_the_citys(string who)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.Register, who);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task At_the_end_of_the_notice_its_certificate_is_in_the_file_and_tells_of_the_objection()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var receipt = await ObjectionTests.ObjectAsync(office, await ObjectionTests.ObjectionAsync(office));
        await office.MoveToAsync(Office.Morning.AddDays(8));
        using var early = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/notice-certificate", Town.Officer);
        await ObjectionTests.AnswerAsync(office, receipt, Town.OtherOfficer, new("answered", Words: "又去看过，情况属实", Finding: "unfounded"));

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/notice-certificate", Town.Officer);
        using var paper = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Concat(paper.GetPages().SelectMany(page => page.Text)).Replace(" ", "", StringComparison.Ordinal);

        Assert.Equal(404, (int)early.StatusCode);
        Assert.All(["公示证明", "张*", receipt.ObjectionId, "不属实", "翟敏", "7天"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("桂兰", text, StringComparison.Ordinal);
    }

    private static async Task<Journey> ApprovedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        return journey;
    }

    private static async Task<ZipArchive> PackageAsync(Office office, string caseId, string who)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{caseId}/package", who);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static string TextOf(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        using (var entry = zip.GetEntry(name)!.Open())
            entry.CopyTo(content);
        using var paper = PdfDocument.Open(content.ToArray());
        return string.Concat(paper.GetPages().Select(page => page.Text));
    }
}
