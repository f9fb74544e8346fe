using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Forms;
using OneVisit.Functions.Tests.FrontDoor;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>A mother who applied herself lets her daughter go on, or the township notes who does; one may follow another. All people are made up.</summary>
public sealed class NamingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Daughter = "resident:ZGF1Z2h0ZXIxMjM0NTY3OA";
    private const string Brother = "resident:YnJvdGhlcnMxMjM0NTY3OA";
    private const string BrothersNumber = "370982196803030014";
    private const string Reason = "本人行动不便，托人带来签好的委托书";

    private static readonly RepresentativeDetails Her = new("entrusted", "daughter", Acting.Name, Acting.IdNumber, Acting.Phone);
    private static readonly RepresentativeDetails His = new("entrusted", "sibling", "张大山", BrothersNumber, "13700002222");

    [Fact]
    public async Task The_mother_names_her_daughter_who_comes_in_by_proving_who_she_is()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        Assert.True((await journey.SeeAsync()).MayNameRepresentative);
        await journey.NoticesAsync();

        var named = await NameAsync(office, journey);
        Assert.Equal(("由女儿李*代办（凭委托书，到2027 年 11 月 24 日（周三）为止；委托书和受托人身份证还没收到）", false, true, false), (named.Representation!.Line, named.Representation.IsYou, named.Representation.MayEnd, named.MayNameRepresentative));
        Assert.Equal("representation-begun", Assert.Single(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice }).Data["kind"]);
        Assert.Equal(journey.CaseId, (await journey.SeeAsync()).CaseId);

        Assert.True(await Acting.ProvesAsync(office, Daughter, Acting.Name, Acting.IdNumber));
        var hers = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Daughter);
        using var mothers = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.Equal((true, false), (hers.Representation!.IsYou, hers.MayNameRepresentative));
        Assert.Equal(HttpStatusCode.NotFound, mothers.StatusCode);
        Assert.Equal([(NoticeKinds.CaseMoved, "representative")], (await journey.NoticesAsync()).Where(notice => notice.To == Town.Resident).Select(notice => (notice.Kind, notice.Data["to"])));

        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Applications.Name, Applications.IdNumber));
        using var ended = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation", Town.Resident);
        Assert.Equal("person", (await Office.ReadAsync<CaseView>(ended)).Representation!.EndedWhy);
        Assert.False(await Acting.ProvesAsync(office, Daughter, Acting.Name, Acting.IdNumber));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_also_on_another_day_and_somebody_else_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);

        await NameAsync(office, journey);
        await office.MoveToAsync(Office.Morning.AddDays(1));
        await ProofTests.ProveAsync(office, Town.Resident);
        await NameAsync(office, journey);
        using var another = await PutAsync(office, journey, new Contracts.NameRepresentative(His));

        Assert.Single((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationBegun);
        Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.OutOfOrder), (another.StatusCode, (await Office.ProblemAsync(another)).Code));
    }

    [Fact]
    public async Task Nobody_is_named_besides_an_agent_until_the_mandate_was_taken_back()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var refused = await PutAsync(office, journey, new Contracts.NameRepresentative(Her));
        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident);
        await office.SettleAsync();

        var problem = await Office.ProblemAsync(refused);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("请先收回对代办员的委托", problem.Detail, StringComparison.Ordinal);
        Assert.True((await NameAsync(office, journey)).Representation!.InForce);
        using var mandate = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/mandate", Town.Resident);
        Assert.Equal(HttpStatusCode.Conflict, mandate.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_with_who_is_named_is_said_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        (RepresentativeDetails? Who, string Field)[] wrong =
        [
            (null, "representative"),
            (Her with { Basis = "guardian" }, "representative.basis"),
            (Her with { Basis = "friend" }, "representative.basis"),
            (Her with { Relation = "boss" }, "representative.relation"),
            (Her with { Name = "" }, "representative.name"),
            (Her with { IdNumber = "123" }, "representative.idNumber"),
            (Her with { IdNumber = Applications.IdNumber }, "representative.idNumber"),
            (Her with { IdNumber = "37098220150910002X" }, "representative.idNumber"),
            (Her with { Phone = Applications.Phone }, "representative.phone"),
            (Her with { Until = new DateOnly(2026, 11, 23) }, "representative.until"),
            (Her with { Until = new DateOnly(2027, 11, 25) }, "representative.until"),
        ];
        foreach (var (who, field) in wrong)
        {
            using var answer = await PutAsync(office, journey, new Contracts.NameRepresentative(who));
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity && (await Office.ProblemAsync(answer)).Errors!.ContainsKey(field), $"{field}: {(int)answer.StatusCode}");
        }
        using var letter = await PutAsync(office, journey, new Contracts.NameRepresentative(Her, "elsewhere"));

        Assert.Equal(["letter"], (await Office.ProblemAsync(letter)).Errors!.Keys);
        Assert.DoesNotContain((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationBegun);
        var known = await office.Services.GetRequiredService<CaseIndex>().OfPersonAsync(HashOf(office, Acting.IdNumber));
        Assert.Empty(known.Acted);
    }

    [Fact]
    public async Task To_marry_nobody_goes_for_another()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.ApplyAsync(office, "A1.1");
        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident);

        using var refused = await PutAsync(office, journey, new Contracts.NameRepresentative(Her));

        Assert.Equal(["representative"], (await Office.ProblemAsync(refused)).Errors!.Keys);
        Assert.False((await journey.SeeAsync()).MayNameRepresentative);
    }

    [Fact]
    public async Task Whoever_of_the_offices_worked_on_it_is_not_named_and_others_judge_nothing_from_then_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (mine, others) = (await Journey.BeginAsync(office, mandate: false), await Journey.BeginAsync(office, Applications.Ordinary(mandate: false) with { SubmissionId = Guid.NewGuid().ToString() }));
        await mine.DoAsync("collect-r1", Town.OtherOfficer, new(ActNames.Collected, Materials: ["M04", "M05", "M07"], InPerson: false));
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync([Town.Staff.Single(member => member.Id == "zhai-officer-2") with { IdHash = HashOf(office, Acting.IdNumber).Text }]);

        using var refused = await PutAsync(office, mine, new Contracts.NameRepresentative(Her));
        await NameAsync(office, others);

        Assert.Equal(["representative.idNumber"], (await Office.ProblemAsync(refused)).Errors!.Keys);
        Assert.True((await FileAsync(office, others)).Current.IsRelated(Town.OtherOfficer));
    }

    [Fact]
    public async Task The_letter_is_printed_with_both_names_and_its_photo_is_looked_at_by_who_checks_the_papers()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident);
        await NameAsync(office, journey, Her with { Until = new DateOnly(2027, 3, 1) });
        await journey.NoticesAsync();

        using var printed = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M14", Town.Resident);
        var text = FormTests.TextOf(await printed.Content.ReadAsByteArrayAsync());
        var before = (await journey.SeeAsync()).Materials.Single(material => material.Code == "M14");
        await journey.SendPaperAsync("M14");
        var card = Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer));

        Assert.All(["授权委托书", Applications.Name, Acting.Name, Acting.IdNumber, "女儿"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal("needed", before.Status);
        Assert.Equal(("received", 1), (card.Materials.Single(material => material.Code == "M14") is var letter ? (letter.Status, letter.Documents.Count) : default));
        Assert.EndsWith("委托书和受托人身份证已收到）", card.Representation!.Line, StringComparison.Ordinal);
        Assert.Equal("named-letter", Assert.Single(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice }).Data["kind"]);
    }

    [Fact]
    public async Task A_photo_that_was_sent_first_is_told_of_when_naming()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        await journey.SendPaperAsync("M14");
        var sent = (await FileAsync(office, journey)).Current.Documents.Single(document => document.Material == "M14");
        await office.MoveToAsync(Office.Morning.AddHours(1));

        using var answer = await PutAsync(office, journey, new Contracts.NameRepresentative(Her, sent.DocumentId));

        Assert.Equal("received", (await Office.ReadAsync<CaseView>(answer)).Representation!.EvidenceStatus);
    }

    [Fact]
    public async Task An_officer_who_saw_the_judgement_notes_the_guardian_and_the_person_is_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.NoticesAsync();
        var wish = new Contracts.NoteRepresentation(Her with { Basis = "guardian" }, true, "法院已认定，监护人带判决书来窗口");

        var shown = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Officer);
        using var unseen = await NoteAsync(office, journey, wish with { EvidenceSeen = false });
        using var unreasoned = await NoteAsync(office, journey, wish with { Reason = "" });
        using var agent = await NoteAsync(office, journey, wish, Town.Agent);
        using var resident = await NoteAsync(office, journey, wish, Town.Resident);
        using var noted = await NoteAsync(office, journey, wish);
        using var again = await NoteAsync(office, journey, wish, Town.OtherOfficer);

        Assert.True(shown.MayNameRepresentative);
        Assert.Equal(["evidenceSeen"], (await Office.ProblemAsync(unseen)).Errors!.Keys);
        Assert.Equal(["reason"], (await Office.ProblemAsync(unreasoned)).Errors!.Keys);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (agent.StatusCode, resident.StatusCode));
        var view = await Office.ReadAsync<CaseView>(noted);
        Assert.Equal(("由女儿李*代办（监护人；工作人员看过监护证明）", "seen", true), (view.Representation!.Line, view.Representation.EvidenceStatus, view.Representation.MayEnd));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationBegun);
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.To == Town.Resident && notice.Kind == NoticeKinds.RepresentationBegun);
        Assert.Equal(["relation=daughter", "name=李*"], told.Data.Select(fact => $"{fact.Key}={fact.Value}"));
        Assert.Contains((await journey.SeeAsync()).Timeline, entry => entry.Kind == "representation-begun" && entry.Note!.Contains("带判决书来窗口", StringComparison.Ordinal));
        Assert.True(await Acting.ProvesAsync(office, Daughter, Acting.Name, Acting.IdNumber));
    }

    [Fact]
    public async Task Who_acted_before_finds_nothing_open_when_another_is_named_and_both_keep_what_is_theirs()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.EndAsync(office, journey);
        await office.MoveToAsync(Office.Morning.AddDays(2));
        using var noted = await NoteAsync(office, journey, new Contracts.NoteRepresentation(His, true, Reason));
        await Office.ReadAsync<CaseView>(noted);
        await office.SettleAsync();

        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);
        using var hers = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        var card = Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer));
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.RepresentationEnded), (hers.StatusCode, (await Office.ProblemAsync(hers)).Code));
        Assert.Contains("nobody-acts", card.Unusual);
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));

        Assert.True(await Acting.ProvesAsync(office, Brother, His.Name, His.IdNumber));
        Assert.True((await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Brother)).Representation!.IsYou);
        var folder = await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Officer);
        Assert.Equal(["此前由女儿李*代办（凭委托书）：2026 年 11 月 24 日（周二）开始，2026 年 11 月 24 日（周二）起不再代办。", "由兄弟姐妹张*代办（凭委托书，到2027 年 11 月 26 日（周五）为止；工作人员看过委托书和受托人身份证）"], folder.Representative!.Split('\n'));

        var (daughters, brothers) = (await ExportAsync(office, Acting.IdNumber, Acting.Name), await ExportAsync(office, BrothersNumber, His.Name));
        Assert.Equal(Acting.Name, Assert.Single(daughters["actedFor"]!.AsArray())!["name"]!.ToString());
        Assert.Equal((His.Name, "2026-11-26"), Assert.Single(brothers["actedFor"]!.AsArray()) is { } his ? (his["name"]!.ToString(), his["from"]!.ToString()) : default);
        Assert.DoesNotContain(Acting.Name, brothers.ToJsonString(Wire.Json), StringComparison.Ordinal);
        using var receipt = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/receipt", Brother);
        Assert.Contains("代理人李小梅（受托人）", FormTests.TextOf(await receipt.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);

        var index = office.Services.GetRequiredService<CaseIndex>();
        await index.RemovePeopleAsync((await FileAsync(office, journey)).Current);
        Assert.All((string[])[Acting.IdNumber, BrothersNumber], number => Assert.Empty(index.OfPersonAsync(HashOf(office, number)).Result.Acted));
    }

    [Fact]
    public async Task Who_is_named_is_named_in_all_that_was_applied_for_together_and_sends_one_letter()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Applications.Together("D5.1", "D5.2");
        using var list = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, [.. form.Services], false));
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, form with { MandateToAgent = false, Materials = [.. (await Office.ReadAsync<MaterialListView>(list)).Papers.Select(paper => paper.Code)] });
        var cases = (await Office.ReadAsync<ApplicationReceipt>(answer)).Cases.Select(receipt => Journey.Of(office, receipt.CaseId)).ToArray();
        await office.SettleAsync();

        await NameAsync(office, cases[0]);
        await cases[0].SendPaperAsync("M14");

        Assert.Equal(2, cases.Length);
        foreach (var one in cases)
            Assert.True((await FileAsync(office, one)).Current is { Representation: { Named: { } named } } current && current.IsShown(named, "M14"));
        Assert.True(await Acting.ProvesAsync(office, Daughter, Acting.Name, Acting.IdNumber));
        Assert.Equal(["张*", "张*"], (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Daughter)).Select(each => each.ActedFor));
    }

    [Fact]
    public async Task On_one_telephone_for_both_what_the_mother_proved_when_she_applied_does_not_speak_for_the_daughter()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        await NameAsync(office, journey);
        await ProofTests.ProveAsync(office, Town.Resident);
        using (var again = await PutAsync(office, journey, new Contracts.NameRepresentative(Her)))
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));
        Assert.True((await journey.SeeAsync()).Representation!.IsYou);
        office.ForgetProofs();
        using var closed = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.ProofNeeded), (closed.StatusCode, (await Office.ProblemAsync(closed)).Code));
    }

    [Fact]
    public async Task On_one_telephone_for_both_the_household_hears_that_the_last_day_is_over()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        await NameAsync(office, journey, Her with { Until = new DateOnly(2026, 12, 3) });
        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));
        await journey.NoticesAsync();
        await office.MoveToAsync(Office.Morning.AddDays(10));

        var over = Assert.Single(await journey.NoticesAsync(), notice => notice is { To: Town.Resident, Kind: NoticeKinds.RepresentationOver });
        using var told = await office.SendAsync(HttpMethod.Get, $"my/notices/{over.NoticeId}", Town.Resident);

        Assert.Equal(NoticeKinds.RepresentationOver, (await Office.ReadAsync<NoticeTelling>(told)).Kind);
    }

    [Fact]
    public async Task The_photo_of_the_letter_counts_when_it_is_sent_again_after_naming()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        await journey.SendPaperAsync("M14", "the letter");
        await office.MoveToAsync(Office.Morning.AddHours(1));
        Assert.Equal("needed", (await NameAsync(office, journey)).Representation!.EvidenceStatus);
        await office.MoveToAsync(Office.Morning.AddHours(2));
        await journey.NoticesAsync();

        await journey.SendPaperAsync("M14", "the letter");
        await journey.SendPaperAsync("M14", "the letter");

        var file = await FileAsync(office, journey);
        Assert.Equal(("received", 1, 2), ((await journey.SeeAsync()).Representation!.EvidenceStatus, file.Current.Documents.Count(document => document.Material == "M14"), file.Entries.Count(entry => entry.Event is DocumentAdded { Material: "M14" })));
        Assert.Equal("named-letter", Assert.Single(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice }).Data["kind"]);
    }

    [Fact]
    public async Task Whose_time_was_over_before_they_came_leaves_it_to_the_township_which_hears_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.EndAsync(office, journey);
        using (var noted = await NoteAsync(office, journey, new Contracts.NoteRepresentation(His with { Until = new DateOnly(2026, 12, 3) }, true, Reason)))
            await Office.ReadAsync<CaseView>(noted);
        await journey.NoticesAsync();

        await office.MoveToAsync(Office.Morning.AddDays(10));

        Assert.Contains(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice } && notice.Data["kind"] == NoticeKinds.RepresentationOver);
    }

    [Fact]
    public async Task What_an_officer_saw_of_who_acted_before_is_nothing_of_who_acts_now()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        using (var shown = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/revealed", Town.Officer, new RevealValue("look-0000000000000003", RevealedValues.RepresentativeIdNumber, RevealReasons.Identity, "核对代办人的身份证")))
            Assert.Equal(Acting.IdNumber, (await Office.ReadAsync<RevealedView>(shown)).Value);
        await Acting.EndAsync(office, journey);
        await office.MoveToAsync(Office.Morning.AddDays(2));
        using (var noted = await NoteAsync(office, journey, new Contracts.NoteRepresentation(His, true, Reason)))
            await Office.ReadAsync<CaseView>(noted);
        await office.MoveToAsync(Office.Morning.AddDays(3));
        using (var shown = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/revealed", Town.Officer, new RevealValue("look-0000000000000004", RevealedValues.RepresentativePhone, RevealReasons.Contact, "问他什么时候来")))
            Assert.Equal(His.Phone, (await Office.ReadAsync<RevealedView>(shown)).Value);

        var (daughters, brothers) = (await ExportAsync(office, Acting.IdNumber, Acting.Name), await ExportAsync(office, BrothersNumber, His.Name));

        Assert.Equal(["核对代办人的身份证", "问他什么时候来"], new[] { daughters, brothers }.Select(one => Assert.Single(Assert.Single(one["actedFor"]!.AsArray())!["looks"]!.AsArray())!["reason"]!.ToString().Split('：', '，')[^1]));
    }

    [Fact]
    public async Task Of_two_who_are_named_at_once_the_one_who_was_not_is_not_found_by_the_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);

        var answers = await Task.WhenAll(PutAsync(office, journey, new Contracts.NameRepresentative(Her)), PutAsync(office, journey, new Contracts.NameRepresentative(His)));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        var index = office.Services.GetRequiredService<CaseIndex>();
        Assert.Single(await Task.WhenAll(new[] { Acting.IdNumber, BrothersNumber }.Select(number => index.OfPersonAsync(HashOf(office, number)))), known => known.Acted.Count > 0);
        foreach (var answer in answers) answer.Dispose();
    }

    private static async Task<CaseView> NameAsync(Office office, Journey journey, RepresentativeDetails? who = null)
    {
        using var answer = await PutAsync(office, journey, new Contracts.NameRepresentative(who ?? Her));
        var view = await Office.ReadAsync<CaseView>(answer);
        await office.SettleAsync();
        return view;
    }

    private static Task<HttpResponseMessage> PutAsync(Office office, Journey journey, Contracts.NameRepresentative wish) => office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/representation", Town.Resident, wish);

    private static async Task<HttpResponseMessage> NoteAsync(Office office, Journey journey, Contracts.NoteRepresentation wish, string who = Town.Officer)
    {
        var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/representation/named", who, wish);
        await office.SettleAsync();
        return answer;
    }

    private static async Task<JsonNode> ExportAsync(Office office, string number, string name)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, new ExportPerson(number, "本人书面申请查阅复制", name));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(await zip.GetEntry("data.json")!.OpenAsync());
        return JsonNode.Parse(await reader.ReadToEndAsync())!;
    }

    private static PersonHash HashOf(Office office, string number) => office.Services.GetRequiredService<PersonalData>().IdHash(((IdReading.Valid)ResidentId.Read(number, Office.Today)).Id);

    private static async Task<CaseFile> FileAsync(Office office, Journey journey) => (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!;
}
