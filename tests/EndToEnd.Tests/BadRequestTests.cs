using System.Net;
using System.Net.Http.Json;
using System.Text;
using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Requests that no page of ours would send, at each door of the city: refused in order, never a failure of the city, and work goes on.</summary>
public sealed class BadRequestTests(City city) : IClassFixture<City>
{
    private const string Somebody = "resident:c29tZWJvZHlFbHNlMTIzNA";

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":42}""")]
    [InlineData("""{"type":"message","text":null,"value":[1,2,3]}""")]
    [InlineData("""{"type":"message","value":{"act":{"a":1},"caseId":[],"pick":null}}""")]
    [InlineData("""{"type":"message","value":"text"}""")]
    [InlineData("""{"type":"message","text":"在吗","attachments":[null,{"contentType":null,"contentUrl":"http://127.0.0.1:1/secret"}]}""")]
    [InlineData("""{"type":"message","text":"在吗","locale":"xx-not-a-language","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"event","name":"open-task","value":{"caseId":"../../x","taskId":".."}}""")]
    [InlineData("""{"type":"event","name":null}""")]
    [InlineData("""{"type":"endOfConversation"}""")]
    [InlineData("""{"type":"nonsense"}""")]
    public async Task An_activity_that_is_none_hurts_nobody(string activity)
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        using var answer = await resident.Chat.PostAsync(new StringContent(activity, Encoding.UTF8, "application/json"));

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.Contains(Words.Zh("IsThatRight"), await resident.SayAsync(Resident.Story));
    }

    // As the real channel does: it passes on that the bot would not take it.
    [Fact]
    public async Task What_the_bot_will_not_take_is_told_by_the_channel()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        using var answer = await resident.Chat.PostAsync(JsonContent.Create(new { type = "invoke", name = "adaptiveCard/action", value = new { } }));

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains(Words.Zh("IsThatRight"), await resident.SayAsync(Resident.Story));
    }

    [Fact]
    public async Task An_activity_too_large_is_turned_away_and_the_conversation_goes_on()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);

        using var answer = await resident.Chat.PostAsync(JsonContent.Create(new { type = "message", text = new string('x', 300 * 1024) }));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(Words.Zh("IsThatRight"), await resident.SayAsync(Resident.Story));
    }

    [Fact]
    public async Task Deeply_nested_values_hurt_nobody()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000);

        using var answer = await resident.Chat.PostAsync(new StringContent($$"""{"type":"message","value":{{deep}}}""", Encoding.UTF8, "application/json"));

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.Contains(Words.Zh("IsThatRight"), await resident.SayAsync(Resident.Story));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"hello","channelId":"directline","conversation":{"id":"1"},"from":{"id":"dl_r-1"},"serviceUrl":"http://127.0.0.1:1/"}""", HttpStatusCode.Unauthorized)]
    public async Task The_bot_hears_only_what_the_channel_brings(string body, HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = city.PublicUrl };
        using var answer = await http.PostAsync("api/messages", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_bot_takes_no_activity_of_half_a_megabyte()
    {
        using var http = new HttpClient { BaseAddress = city.PublicUrl };
        using var answer = await http.PostAsync("api/messages", JsonContent.Create(new { type = "message", text = new string('x', 512 * 1024) }));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("eligibility")]
    [InlineData("complaints")]
    public async Task Malformed_json_is_a_problem_of_the_sender(string route)
    {
        foreach (var body in (string[])["{", "", "null", "[1,2", "\"text\""])
        {
            using var answer = await city.AskAsync(HttpMethod.Post, route, Somebody, new StringContent(body, Encoding.UTF8, "application/json"));

            Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.Malformed), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
        }
    }

    [Fact]
    public async Task A_malformed_outcome_is_a_problem_of_the_sender()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.CardAsync(Journey.Agent, "collect-r1");

        using var answer = await city.AskAsync(
            HttpMethod.Post, $"cases/{journey.CaseId}/tasks/collect-r1/outcome", City.Staff(Journey.Agent), new StringContent("{", Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.Malformed), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task A_form_of_another_kind_is_malformed()
    {
        using var answer = await city.AskAsync(HttpMethod.Post, "cases", Somebody, new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(ProblemCodes.Malformed, (await City.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task A_form_beyond_sixty_four_kilobytes_is_too_large()
    {
        using var answer = await city.AskAsync(HttpMethod.Post, "cases", Somebody, new { story = new string('x', 70 * 1024) });

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ProblemCodes.TooLarge), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task Everything_wrong_with_an_application_is_said_at_once_by_field()
    {
        var form = new SubmitCase(
            "short", "D1.2", "zh-CN", new HouseholdFacts { HasLocalHukou = true, Area = "rural", Members = 0, MonthlyIncome = -1200 },
            new ApplicantDetails("<script>", "370982209901010013", "123", "999999999999"), [], "2026-1", false);

        using var answer = await city.AskAsync(HttpMethod.Post, "cases", Somebody, form);
        var problem = await City.ProblemAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Superset(
            new HashSet<string> { "submissionId", "household.members", "household.monthlyIncome", "applicant.name", "applicant.idNumber", "applicant.phone", "applicant.village" },
            problem.Errors!.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("GET", "cases/XT261124-ABC123")]
    [InlineData("GET", "cases/%2e%2e%2f%2e%2e")]
    [InlineData("GET", "cases/' or 1 eq 1")]
    [InlineData("GET", "cases/XT261124-ABC123/documents/..%2f..%2fkeys.json")]
    [InlineData("GET", "services/nothing")]
    public async Task What_is_not_there_is_not_found(string method, string route)
    {
        using var answer = await city.AskAsync(new HttpMethod(method), route, Somebody);

        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NotFound), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task An_address_with_a_null_in_it_is_a_bad_one()
    {
        using var answer = await city.AskAsync(HttpMethod.Get, "cases/XT261124-ABC123%00", Somebody);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "nowhere", HttpStatusCode.NotFound, ProblemCodes.NoSuchAddress)]
    [InlineData("DELETE", "cases", HttpStatusCode.MethodNotAllowed, ProblemCodes.OtherMethods)]
    [InlineData("PATCH", "cases/XT261124-ABC123", HttpStatusCode.MethodNotAllowed, ProblemCodes.OtherMethods)]
    public async Task A_route_that_does_not_exist_leads_nowhere(string method, string route, HttpStatusCode status, string code)
    {
        using var answer = await city.AskAsync(new HttpMethod(method), route, Somebody);

        Assert.Equal((status, code), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("demo/../keys.json")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("assets/..%2f..%2fappsettings.json")]
    [InlineData("webchat/..%2f..%2f..%2fpackage.json")]
    public async Task A_page_that_does_not_exist_leads_nowhere(string path)
    {
        using var http = new HttpClient { BaseAddress = city.PublicUrl };
        using var answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
