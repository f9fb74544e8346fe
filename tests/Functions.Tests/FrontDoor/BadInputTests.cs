using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

public sealed class BadInputTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"household\":{\"members\":\"four\"}}")]
    [InlineData("{\"household\":{\"members\":4.5}}")]
    [InlineData("{\"household\":{\"monthlyIncome\":1e400}}")]
    public async Task Json_that_cannot_be_read_is_a_problem_not_a_fault(string body)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, Json(body));

        Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.Malformed), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task Another_kind_of_content_is_malformed()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_413()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, Json("{\"x\":\"" + new string('a', 70_000) + "\"}"));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ProblemCodes.TooLarge), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_told_the_bound_of_forms()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Eligibility, null, Json("{\"x\":\"" + new string('a', 70_000) + "\"}"));

        Assert.Equal("填写的内容一次最多 64 KB。请写短一点再提交。", (await Office.ProblemAsync(answer)).Detail);
    }

    [Fact]
    public async Task A_chunked_body_that_is_too_long_is_413_too()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var request = new HttpRequestMessage(HttpMethod.Post, Routes.Prefix + Routes.Eligibility) { Content = Json(new string(' ', 100_000) + "{}") };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await office.SendRawAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_of_nulls_is_answered_field_by_field()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Json("{}"));

        Assert.Equal(
            ["applicant", "household", "language", "privacyNotice", "service", "submissionId"],
            (await Office.ProblemAsync(answer)).Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_story_of_ten_thousand_characters_is_too_long()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(
            HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary() with { Story = new string('苦', 10_000) });

        Assert.Equal(["story"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task Script_and_control_characters_are_kept_as_plain_words()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary() with { Story = "<script>alert(1)</script>\u0007\u200b苦" };
        using var taken = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var caseId = (await Office.ReadAsync<CaseReceipt>(taken)).CaseId;
        await office.SettleAsync();

        var card = await office.GetAsync<TaskView>($"cases/{caseId}/tasks/collect-r1", Town.Agent);

        Assert.Equal("<script>alert(1)</script>苦", card.Story);
    }

    [Theory]
    [InlineData("cases/x")]
    [InlineData("cases/XT261124-ILOUIL")]
    [InlineData("cases/XT261124-000000")]
    [InlineData("cases/%2e%2e%2fadmin")]
    public async Task A_number_that_is_no_case_is_not_found(string route)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, route, Town.Resident);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task When_storage_is_away_the_answer_is_busy_and_says_nothing_is_lost()
    {
        var own = new AzuriteFixture();
        await own.InitializeAsync();
        await using var office = await Office.OpenAsync(own);
        await own.DisposeAsync();

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyCases, Town.Resident);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ProblemCodes.Busy), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
