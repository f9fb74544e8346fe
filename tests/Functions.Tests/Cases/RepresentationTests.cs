using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Functions.Tests.FrontDoor;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>A daughter acts for her mother, over HTTP: what is promised, who opens what, and how it ends. All people are made up.</summary>
public sealed class RepresentationTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Mother = "resident:bW90aGVyczEyMzQ1Njc4OQ";
    private const string MothersPhone = "13700001111";

    [Fact]
    public async Task The_list_that_is_told_is_the_list_that_is_frozen_with_the_letter_on_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Acting.ForMother();
        using var told = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, [form.Service], false) { Representation = "entrusted" });
        var list = await Office.ReadAsync<MaterialListView>(told);

        var view = await (await Journey.BeginAsync(office, form)).SeeAsync();

        Assert.Equal(list.Papers.Select(paper => paper.Code).Order(), view.Materials.Select(paper => paper.Code).Order());
        var letter = list.Papers.Single(paper => paper.EvidenceOf == "entrusted");
        Assert.Equal(("M14", "needed", null, false), (letter.Code, letter.Status, letter.Later, letter.CommitmentInLieu));
        Assert.Equal("needed", view.Materials.Single(paper => paper.Code == "M14").Status);
    }

    [Theory]
    [InlineData("parent", "M02", "held")]
    [InlineData("guardian", "M15", "needed")]
    public async Task Parents_bring_nothing_that_the_register_has_and_guardians_show_that_they_are(string basis, string code, string status)
    {
        await using var office = await Office.OpenAsync(azurite);
        using var told = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(Applications.Household, ["D1.2"], false) { Representation = basis });

        var paper = (await Office.ReadAsync<MaterialListView>(told)).Papers.Single(paper => paper.EvidenceOf is not null);

        Assert.Equal((code, status, basis), (paper.Code, paper.Status, paper.EvidenceOf));
    }

    [Fact]
    public async Task Who_acts_and_on_what_stands_in_the_case_on_the_card_and_in_the_folder()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());

        var mine = await journey.SeeAsync();
        var summary = Assert.Single(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
        var card = Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer));
        var folder = await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Officer);

        const string Line = "由女儿李*代办（凭委托书，到2027 年 11 月 24 日（周三）为止；委托书和受托人身份证还没收到）";
        Assert.Equal((Line, true, false, true), (mine.Representation!.Line, mine.Representation.IsYou, mine.Representation.MayEnd, mine.Representation.InForce));
        Assert.Equal("张*", summary.ActedFor);
        Assert.Equal((Line, false, true), (card.Representation!.Line, card.Representation.IsYou, card.Representation.MayEnd));
        Assert.Equal((Line, Line), (card.Representation.Line, folder.Representative));
        Assert.Equal(("李小梅", Acting.Phone, null), (card.Representation.Name, card.Representation.Phone, card.Phone));
        Assert.DoesNotContain(RevealedValues.Phone, card.Masked ?? []);
    }

    [Fact]
    public async Task Who_acts_proves_with_their_own_name_and_telephone_and_nobody_with_the_mothers_name()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        office.ForgetProofs();

        Assert.False(await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber));
        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));
        Assert.Equal(journey.CaseId, (await journey.SeeAsync()).CaseId);
    }

    [Fact]
    public async Task One_code_opens_their_own_case_and_the_one_in_which_they_act()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office, Acting.ForMother());
        var own = Applications.Ordinary(mandate: false);
        await Journey.BeginAsync(office, own with { Applicant = own.Applicant with { Name = Acting.Name, IdNumber = Acting.IdNumber, Phone = Acting.Phone } });
        office.ForgetProofs();

        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);

        Assert.Equal(["张*", null], (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident)).Select(each => each.ActedFor).OrderDescending());
    }

    [Fact]
    public async Task With_a_telephone_of_her_own_the_mother_takes_the_case_over_and_ends_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, MothersPhone);
        await journey.NoticesAsync();

        Assert.True(await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber));
        var hers = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Mother);
        using var ended = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation", Mother);
        using var again = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation", Mother);
        await office.SettleAsync();

        Assert.Equal((false, true), (hers.Representation!.IsYou, hers.Representation.MayEnd));
        Assert.Equal(("person", new DateOnly(2026, 11, 24)), ((await Office.ReadAsync<CaseView>(ended)).Representation!.EndedWhy, (await Office.ReadAsync<CaseView>(again)).Representation!.EndedOn));
        Assert.Single((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationEnded);
        Assert.False(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));
        using var closed = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        var told = (await journey.NoticesAsync()).Where(notice => notice.To == Town.Resident).ToArray();
        Assert.Equal([NoticeKinds.CaseMoved, NoticeKinds.RepresentationEnded], told.Select(notice => notice.Kind).Order());
        Assert.Equal(["on=2026-11-24", "why=person"], told.Single(notice => notice.Kind == NoticeKinds.RepresentationEnded).Data.Select(fact => $"{fact.Key}={fact.Value}").Order());
    }

    [Fact]
    public async Task As_long_as_she_acts_the_daughter_gets_it_back_by_proving_who_she_is()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, MothersPhone);
        await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber);

        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));

        Assert.True((await journey.SeeAsync()).Representation!.IsYou);
        using var hers = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation", Mother);
        Assert.Equal(HttpStatusCode.NotFound, hers.StatusCode);
    }

    [Fact]
    public async Task On_the_familys_one_conversation_what_the_daughter_proved_does_not_speak_for_the_mother()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, MothersPhone);
        await Acting.ProvesAsync(office, Town.Resident, Applications.Name, Applications.IdNumber);
        office.ForgetProofs();
        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);

        using var refused = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation", Town.Resident);

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NotYours), (refused.StatusCode, (await Office.ProblemAsync(refused)).Code));
    }

    [Fact]
    public async Task After_the_office_noted_the_end_nothing_opens_and_one_sentence_says_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.EndAsync(office, journey);

        using var shown = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        var problem = await Office.ProblemAsync(shown);

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.RepresentationEnded), (shown.StatusCode, problem.Code));
        Assert.Equal("从2026 年 11 月 24 日（周二）起，这件事不再由您代办，谢谢您。接下来由本人或者新的监护人办，有事请找翟镇民政办。", problem.Detail);
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
        Assert.StartsWith("女儿李*原来代办，从2026 年 11 月 24 日（周二）起不再代办", Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer)).Representation!.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_last_day_nothing_opens_and_nothing_more_is_told_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Acting.ForMother();
        var journey = await Journey.BeginAsync(office, form with { Representative = form.Representative! with { Until = new DateOnly(2026, 11, 24) } });
        await office.MoveToAsync(Office.Morning.AddDays(1));
        await journey.NoticesAsync();

        using var shown = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        await journey.DoAsync("collect-r1", Town.Officer, new(ActNames.Collected, Materials: ["M04", "M05", "M07", "M14"], InPerson: false));

        Assert.Equal(ProblemCodes.RepresentationEnded, (await Office.ProblemAsync(shown)).Code);
        Assert.DoesNotContain(await journey.NoticesAsync(), notice => notice.To == Town.Resident);
    }

    [Fact]
    public async Task Ended_by_an_officer_of_the_place_alone_who_says_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        var route = $"cases/{journey.CaseId}/representation/end";

        using var unreasoned = await office.SendAsync(HttpMethod.Put, route, Town.Officer, new Contracts.EndRepresentation(true, ""));
        using var elsewhere = await office.SendAsync(HttpMethod.Put, route, "staff:dong-officer", new Contracts.EndRepresentation(true, "本人来窗口收回委托"));
        using var agent = await office.SendAsync(HttpMethod.Put, route, Town.Agent, new Contracts.EndRepresentation(true, "本人来窗口收回委托"));

        Assert.Equal(["reason"], (await Office.ProblemAsync(unreasoned)).Errors!.Keys);
        Assert.All((HttpStatusCode[])[elsewhere.StatusCode, agent.StatusCode], status => Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Unauthorized]));
        Assert.DoesNotContain((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationEnded);
    }

    [Fact]
    public async Task The_mothers_telephone_cannot_be_the_daughters()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());

        using var same = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, new ReplacePhone(Acting.Phone, true, "本人带身份证来窗口登记"));
        using var hers = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, new ReplacePhone("13600002222", true, "代办人手机丢了，带身份证来窗口改") { Of = "representative" });
        office.ForgetProofs();

        Assert.Equal(["phone"], (await Office.ProblemAsync(same)).Errors!.Keys);
        Assert.Equal(new PhoneNowOnRecord("136****2222", 1), await Office.ReadAsync<PhoneNowOnRecord>(hers));
        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));
    }

    [Fact]
    public async Task A_daughter_of_the_offices_judges_nothing_of_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var number = ((Domain.Identity.IdReading.Valid)Domain.Identity.ResidentId.Read(Acting.IdNumber, Office.Today)).Id;
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync(
            [Town.Staff.Single(member => member.Id == "zhai-officer-2") with { IdHash = office.Services.GetRequiredService<PersonalData>().IdHash(number).Text }]);

        var journey = await Journey.BeginAsync(office, Acting.ForMother());

        Assert.Equal((RelativeSource.Detected, "staff:zhai-officer-2"), ((await FileAsync(office, journey)).Current.Relatives.Single() is var relative ? (relative.Source, relative.Staff) : default));
    }

    [Fact]
    public async Task Nothing_of_who_acts_stands_anywhere_in_the_clear()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);
        await Acting.EndAsync(office, journey);

        var found = new List<string>();
        await foreach (var table in new TableServiceClient(azurite.ConnectionString).QueryAsync(table => table.Name.CompareTo(office.Prefix) >= 0 && table.Name.CompareTo(office.Prefix + "~") < 0))
        {
            await foreach (var row in new TableServiceClient(azurite.ConnectionString).GetTableClient(table.Name).QueryAsync<TableEntity>())
                found.Add(string.Join(" ", row.Select(column => column.Value)));
        }
        var everything = string.Join('\n', found.Concat(office.Logs.Lines));
        Assert.All((string[])[Acting.Name, Acting.IdNumber, Acting.Phone], value => Assert.DoesNotContain(value, everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_on_its_way_when_it_was_ended_reaches_nobody_who_acted()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        var before = await FileAsync(office, journey);
        var due = new DueNotice(1, Office.Morning, new Addressee.Owner(), NoticeKinds.CaseAccepted, null, new Dictionary<string, string>()) { Standing = before.Current };
        await Acting.EndAsync(office, journey);

        Assert.Equal([Town.Resident], NoticeReaders.Of(before, due, []));
        Assert.Empty(NoticeReaders.Of(await FileAsync(office, journey), due, []));
    }

    private static async Task<CaseFile> FileAsync(Office office, Journey journey) => (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!;
}
