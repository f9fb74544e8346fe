using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>Full values only after a stated reason, noted and told to the household.</summary>
public sealed class RevealTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Words = "到车管所核对名下车辆";

    [Fact]
    public async Task An_officer_sees_a_mask_states_a_reason_and_is_shown_the_number_once_without_a_trace_of_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        var card = await journey.TaskAsync("verify-r1", Town.Officer);

        using var answer = await AskAsync(journey, Town.Officer, new("look-0000000000000001", RevealedValues.IdNumber, RevealReasons.Register, Words));
        var shown = await Office.ReadAsync<RevealedView>(answer);

        Assert.Equal(("张*", null), (card.Applicant, card.Phone));
        Assert.Equal([RevealedValues.Name, RevealedValues.IdNumber, RevealedValues.Phone], card.Masked!);
        Assert.Equal(Applications.IdNumber, shown.Value);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal) || line.Contains(Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-CN", "2026-11-24", "乡镇经办人", "完整身份证号", "到登记机关或银行核查：到车管所核对名下车辆")]
    [InlineData("en", "2026-11-24", "township officer", "the full ID number", "to ask a register or a bank: 到车管所核对名下车辆")]
    public async Task The_household_sees_who_looked_when_and_why(string language, string on, string by, string what, string why)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        Assert.Empty((await journey.SeeAsync()).Looks!);
        await ShownAsync(journey, Town.Officer, RevealedValues.IdNumber);

        var look = Assert.Single((await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Resident, language)).Looks!);

        Assert.Equal((DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), what, why), (look.On, look.What, look.Reason));
        Assert.Contains(by, look.By, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith(Town.Staff.Single(member => member.Participant == Town.Officer).Name, look.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_in_the_folder()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        await ShownAsync(journey, Town.Officer, RevealedValues.Phone);

        var folder = await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Resident);

        Assert.Contains(folder.Timeline, entry => entry.What == "查看完整信息" && entry.Note!.Contains("完整电话", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_look_sent_twice_is_noted_once_and_answered_twice()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        var wish = new RevealValue("look-0000000000000001", RevealedValues.Name, RevealReasons.Paper, Words);

        using var first = await AskAsync(journey, Town.Officer, wish);
        using var second = await AskAsync(journey, Town.Officer, wish);

        Assert.Equal((Applications.Name, Applications.Name), ((await Office.ReadAsync<RevealedView>(first)).Value, (await Office.ReadAsync<RevealedView>(second)).Value));
        Assert.Single((await journey.SeeAsync()).Looks!);
    }

    [Fact]
    public async Task The_same_look_in_other_words_or_later_is_another()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        var wish = new RevealValue("look-0000000000000001", RevealedValues.Name, RevealReasons.Paper, Words);

        using var first = await AskAsync(journey, Town.Officer, wish);
        using var reworded = await AskAsync(journey, Town.Officer, wish with { Words = "写民主评议记录要用全名" });
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(6));
        using var later = await AskAsync(journey, Town.Officer, wish);

        Assert.All(new[] { first, reworded, later }, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(3, (await journey.SeeAsync()).Looks!.Count());
    }

    [Theory]
    [InlineData(Town.Chief, HttpStatusCode.Forbidden)]
    [InlineData(Town.Resident, HttpStatusCode.Forbidden)]
    [InlineData(Town.ForeignOfficer, HttpStatusCode.NotFound)]
    [InlineData(Town.NeighbourAgent, HttpStatusCode.NotFound)]
    public async Task Who_may_not_act_on_the_case_today_is_shown_nothing(string who, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);

        using var answer = await AskAsync(journey, who, new("look-0000000000000001", RevealedValues.IdNumber, RevealReasons.Identity, Words));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty((await journey.SeeAsync()).Looks!);
    }

    [Theory]
    [InlineData("story", RevealReasons.Other, Words, "what")]
    [InlineData(RevealedValues.Phone, "curious", Words, "reason")]
    [InlineData(RevealedValues.Phone, RevealReasons.Other, "  ", "words")]
    [InlineData(null, null, null, "what")]
    public async Task Without_a_reason_nothing_is_shown(string? what, string? reason, string? words, string field)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);

        using var answer = await AskAsync(journey, Town.Officer, new("look-0000000000000001", what, reason, words));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(field, (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Empty((await journey.SeeAsync()).Looks!);
    }

    [Fact]
    public async Task Who_looks_unusually_often_is_noticed_and_then_stopped()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        for (var i = 0; i < ShowRevealed.Most; i++)
        {
            using var shown = await AskAsync(journey, Town.Officer, new("look-0000000000000001", RevealedValues.Phone, RevealReasons.Contact, Words));
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }

        using var refused = await AskAsync(journey, Town.Officer, new("look-0000000000000002", RevealedValues.Phone, RevealReasons.Contact, Words));

        Assert.Equal((HttpStatusCode.TooManyRequests, ProblemCodes.TooManyLooks), (refused.StatusCode, (await Office.ProblemAsync(refused)).Code));
        Assert.Contains(office.Logs.Lines, line => line.Contains("asked for values in full 10 times within an hour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_erased_is_told_to_be_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AtVerifyAsync(office);
        await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<OneVisit.Storage.JournalKeys>(office.Services).DestroyAsync(journey.CaseId);

        using var answer = await AskAsync(journey, Town.Officer, new("look-0000000000000001", RevealedValues.Phone, RevealReasons.Contact, Words));

        Assert.Equal((HttpStatusCode.Gone, ProblemCodes.Erased), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    private static async Task<Journey> AtVerifyAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        return journey;
    }

    private static async Task ShownAsync(Journey journey, string who, string what)
    {
        using var answer = await AskAsync(journey, who, new($"look-of-somebody-{what}", what, RevealReasons.Register, Words));
        await Office.ReadAsync<RevealedView>(answer);
    }

    private static Task<HttpResponseMessage> AskAsync(Journey journey, string who, RevealValue wish) => journey.Office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/revealed", who, wish);
}
