using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Exports;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Retention;

/// <summary>Who asks gets everything that is theirs, to read and for a program, and nobody else does.</summary>
public sealed class ExportTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly ExportPerson Wish = new(Applications.IdNumber, "本人 11 月 24 日书面申请查阅复制", Applications.Name);

    [Fact]
    public async Task A_resident_gets_what_they_told_every_paper_and_who_acted()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var hash = office.Services.GetRequiredService<LookupHash>().Of(((IdReading.Valid)ResidentId.Read(Applications.IdNumber, new(2026, 11, 24))).Id).Text;
        await office.Services.GetRequiredService<SharingBook>().WriteAsync([new("l1", Office.Morning, "system", "data-check", journey.CaseId, "vehicles", "traffic", "授权书", ["owner"], hash, "value")]);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, Town.Resident);
        var zip = await OpenAsync(answer);
        var data = JsonNode.Parse(await TextAsync(zip, "data.json"))!;
        var one = data["cases"]![0]!;

        Assert.Equal((Applications.Name, Applications.IdNumber, Applications.Phone), (data["persons"]![0]!["name"]!.ToString(), one["idNumber"]!.ToString(), one["phone"]!.ToString()));
        Assert.Equal("丈夫病逝，上有老人下有两个上学的孩子", one["story"]!.ToString());
        Assert.Contains("名下有汽车", one["folder"]!.ToJsonString(Wire.Json), StringComparison.Ordinal);
        Assert.NotEmpty(one["files"]!.AsArray());
        Assert.All(one["files"]!.AsArray(), file => Assert.NotNull(zip.GetEntry(file!["path"]!.ToString())));
        Assert.Equal("traffic", Assert.Single(data["lookUps"]!.AsArray())!["registry"]!.ToString());
        Assert.NotNull(JsonNode.Parse(await TextAsync(zip, "schema.json"))!["properties"]!["cases"]);
        using var overview = UglyToad.PdfPig.PdfDocument.Open(await BytesAsync(zip, "overview.pdf"));
        Assert.Contains(Applications.IdNumber, string.Concat(overview.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        Assert.NotNull(zip.GetEntry($"cases/{journey.CaseId}/case.pdf"));
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains(Applications.Name, StringComparison.Ordinal) || entry.FullName.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_it_is_put_together_it_is_nobodys_to_read_and_then_it_is_gone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var office = await Office.OpenAsync(azurite);
        using var scope = office.Services.CreateScope();
        var empty = await scope.ServiceProvider.GetRequiredService<PersonExports>().OfAsync([], [], [], onRequest: false, Language.Chinese, CancellationToken.None);
        string place;

        await using (var zip = Assert.IsType<FileStream>(await scope.ServiceProvider.GetRequiredService<ExportZip>().WriteAsync(empty, [], Language.Chinese, CancellationToken.None)))
        {
            place = zip.Name;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(zip.SafeFileHandle));
        }

        Assert.False(File.Exists(place));
    }

    [Fact]
    public async Task Another_resident_gets_nothing_of_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ErasureTests.RefusedAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, Town.OtherResident);
        var text = await TextAsync(await OpenAsync(answer), "data.json");

        Assert.Empty(JsonNode.Parse(text)!["cases"]!.AsArray());
        Assert.DoesNotContain(Applications.IdNumber, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_written_request_the_city_puts_it_together_and_the_person_sees_who_and_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish);
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(answer), "data.json"))!;
        var view = await journey.SeeAsync();

        Assert.Equal(("request", journey.CaseId), (data["for"]!.ToString(), data["cases"]![0]!["caseId"]!.ToString()));
        Assert.Contains(view.Timeline, entry => entry.Kind == "exported" && entry.Note == Wish.Reason && entry.By is { Length: > 0 });
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_for_twice_in_ten_minutes_by_the_same_person_in_the_same_words_it_is_one_and_otherwise_another()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);

        foreach (var wish in (ExportPerson[])[Wish, Wish, Wish with { Reason = Wish.Reason + "（补）" }])
            (await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, wish)).Dispose();
        var soon = (await journey.SeeAsync()).Timeline.Count(entry => entry.Kind == "exported");
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(10));
        using var later = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish);

        Assert.Equal((2, 3), (soon, (await journey.SeeAsync()).Timeline.Count(entry => entry.Kind == "exported")));
        Assert.Equal(journey.CaseId, JsonNode.Parse(await TextAsync(await OpenAsync(later), "data.json"))!["cases"]![0]!["caseId"]!.ToString());
    }

    [Theory]
    [InlineData("138 0000-5678", 1)]
    [InlineData("张桂兰家的邻居 13900001111", 0)]
    [InlineData("张桂兰的邻居，别打 13800005678", 0)]
    public async Task A_complaint_is_the_applicants_own_only_by_their_telephone(string contact, int own)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        using var filed = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", "他家有车，不该拿这个钱", journey.CaseId, contact));
        Assert.True(filed.IsSuccessStatusCode);
        await office.SettleAsync();

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, Town.Resident);
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(answer), "data.json"))!;

        Assert.Single(data["cases"]!.AsArray());
        Assert.Equal(own, data["complaints"]!.AsArray().Count);
    }

    [Fact]
    public async Task Who_applies_with_anothers_number_gets_none_of_the_others_look_ups()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var hash = office.Services.GetRequiredService<LookupHash>().Of(((IdReading.Valid)ResidentId.Read(Applications.IdNumber, new(2026, 11, 24))).Id).Text;
        await office.Services.GetRequiredService<SharingBook>().WriteAsync([new("l1", Office.Morning, "system", "data-check", journey.CaseId, "vehicles", "traffic", "授权书", ["owner"], hash, "value")]);
        using var applied = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.OtherResident, Applications.Ordinary() with { Applicant = new(Applications.Name, Applications.IdNumber, "13900003333", Town.Village) });
        var receipt = await Office.ReadAsync<CaseReceipt>(applied);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, Town.OtherResident);
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(answer), "data.json"))!;

        Assert.Equal(receipt.CaseId, Assert.Single(data["cases"]!.AsArray())!["caseId"]!.ToString());
        Assert.DoesNotContain(data["lookUps"]!.AsArray(), asked => asked!.ToJsonString(Wire.Json).Contains(journey.CaseId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_telephones_that_were_ever_given_are_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var replaced = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, new ReplacePhone("13900002222", CardSeen: true, "原来的手机号停用了，本人带身份证来窗口改"));
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish);
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(answer), "data.json"))!;

        Assert.Equal([Applications.Phone, "13900002222"], data["persons"]![0]!["phones"]!.AsArray().Select(phone => phone!.ToString()));
    }

    [Fact]
    public async Task Who_looked_who_exported_and_who_replaced_the_telephone_is_in_it_to_read_and_for_a_program()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        using var revealed = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/revealed", Town.Officer, new RevealValue("look-0000000000000001", RevealedValues.IdNumber, RevealReasons.Register, "到车管所核对名下车辆"));
        using var opened = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/receipt", Town.Chief);
        using var replaced = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, new ReplacePhone("13900002222", CardSeen: true, "原来的手机号停用了，本人带身份证来窗口改"));
        Assert.All(new[] { revealed, opened, replaced }, done => Assert.Equal(HttpStatusCode.OK, done.StatusCode));

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish);
        var zip = await OpenAsync(answer);
        var one = JsonNode.Parse(await TextAsync(zip, "data.json"))!["cases"]![0]!;
        using var overview = UglyToad.PdfPig.PdfDocument.Open(await BytesAsync(zip, "overview.pdf"));
        var text = string.Concat(overview.GetPages().Select(page => page.Text));

        var looks = one["looks"]!.AsArray();
        Assert.Equal([("翟敏", "完整身份证号"), ("王立新", "文书")], looks.Select(look => (look!["by"]!.ToString().Split('，')[0], look["what"]!.ToString().Split('「')[0])));
        Assert.EndsWith("到车管所核对名下车辆", looks[0]!["reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["phone-replaced", "exported"], one["steps"]!.AsArray().Select(step => step!["kind"]!.ToString()));
        Assert.Equal([true, true], one["steps"]!.AsArray().Select(step => step!["note"]!.ToString().Length > 0 && step["by"]!.ToString().Length > 0));
        Assert.All(["翟敏", "王立新", "赵严", "完整身份证号"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_went_on_in_another_conversation_says_so_in_it()
    {
        const string newPhone = "resident:bmV3VGVsZXBob25lMTIzNA";
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        await FrontDoor.ProofTests.ProveAsync(office, newPhone);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, newPhone);
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(answer), "data.json"))!;

        Assert.Equal("taken-over", Assert.Single(data["cases"]![0]!["steps"]!.AsArray())!["kind"]!.ToString());
        Assert.Empty(data["cases"]![0]!["looks"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_puts_together_everything_about_a_member_of_their_kins_household()
    {
        const string member = "370982194503070023";
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.DoAsync("verify-r1", Town.Officer, new(ActNames.NameMember) { MemberName = "史秀兰", MemberIdNumber = member, MemberAuthorised = true });
        await office.Services.GetRequiredService<CaseCabinet>().ActAsync(
            journey.CaseId, (_, _) => new Decision.Accepted(Actor.System, [new RelativeDeclared("赵严", RelativeSource.Staff, "外甥", Town.Reviewer)]), default);

        using var kin = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish with { IdNumber = member });
        using var mistaken = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Bureau, Wish with { IdNumber = member, Name = "史秀梅" });
        using var colleague = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Bureau, Wish with { IdNumber = member, Name = "史秀兰" });
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(colleague), "data.json"))!;

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (kin.StatusCode, mistaken.StatusCode));
        Assert.Equal(journey.CaseId, Assert.Single(data["lived"]!.AsArray())!["caseId"]!.ToString());
    }

    [Theory]
    [InlineData(Town.Officer, Applications.IdNumber, "本人书面申请", Applications.Name, 403)]
    [InlineData(Town.Chief, Applications.IdNumber, "本人书面申请", Applications.Name, 403)]
    [InlineData(Town.Resident, Applications.IdNumber, "本人书面申请", Applications.Name, 403)]
    [InlineData(Town.Reviewer, "12345", "本人书面申请", Applications.Name, 422)]
    [InlineData(Town.Reviewer, Applications.IdNumber, "要", Applications.Name, 422)]
    [InlineData(Town.Reviewer, Applications.IdNumber, "本人书面申请", null, 422)]
    [InlineData(Town.Reviewer, Applications.IdNumber, "本人书面申请", " ", 422)]
    public async Task Without_a_post_of_the_city_a_number_a_reason_and_a_name_nothing_is_put_together(string who, string id, string reason, string? name, int status)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, who, new ExportPerson(id, reason, name));

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Fact]
    public async Task Where_cases_know_the_number_by_another_name_than_the_request_nothing_is_put_together_and_nothing_noted()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);

        using var wrong = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish with { Name = "王小明" });
        var noted = (await journey.SeeAsync()).Timeline.Count(entry => entry.Kind == "exported");
        using var right = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish with { Name = $" {Applications.Name} " });

        Assert.Equal(["name"], (await Office.ProblemAsync(wrong)).Errors!.Keys);
        Assert.Equal((0, HttpStatusCode.OK), (noted, right.StatusCode));
    }

    [Theory]
    [InlineData("王小明", 422)]
    [InlineData(Acting.Name, 200)]
    public async Task Of_somebody_who_only_acts_for_another_the_name_is_compared_as_well(string name, int status)
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office, Acting.ForMother());

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish with { IdNumber = Acting.IdNumber, Name = name });

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Theory]
    [InlineData("阿依古丽•买买提", 200)]
    [InlineData("阿依古丽 ． 买买提", 200)]
    [InlineData("阿依古丽·艾买提", 422)]
    public async Task A_name_is_the_same_with_one_middle_dot_or_another(string name, int status)
    {
        await using var office = await Office.OpenAsync(azurite);
        var own = Applications.Ordinary();
        await Journey.BeginAsync(office, own with { Applicant = own.Applicant with { Name = "阿依古丽·买买提" } });

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish with { Name = name });

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    private static async Task<ZipArchive> OpenAsync(HttpResponseMessage answer)
    {
        Assert.Equal(("application/zip", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string path) => Encoding.UTF8.GetString(await BytesAsync(zip, path));

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string path)
    {
        await using var entry = await zip.GetEntry(path)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
