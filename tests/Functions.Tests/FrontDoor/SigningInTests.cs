using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

public sealed class SigningInTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task Without_a_token_nobody_is_let_in()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyCases, participant: null);

        Assert.Equal((HttpStatusCode.Unauthorized, ProblemCodes.NotSignedIn), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task A_token_under_another_key_is_none()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(office, office.Token(Town.Resident, key: RandomNumberGenerator.GetBytes(32))));
    }

    [Fact]
    public async Task A_token_for_somebody_else_is_none()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(office, office.Token(Town.Resident, audience: "another-office")));
    }

    [Fact]
    public async Task A_token_that_lives_longer_than_agreed_is_none()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(office, office.Token(Town.Resident, TimeSpan.FromDays(1))));
    }

    [Fact]
    public async Task An_old_token_is_none()
    {
        await using var office = await Office.OpenAsync(azurite);
        var token = office.Token(Town.Resident);

        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(7));

        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(office, token));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_none()
    {
        await using var office = await Office.OpenAsync(azurite);
        var parts = office.Token(Town.Resident).Split('.');
        var unsigned = Convert.ToBase64String("""{"alg":"none","typ":"JWT"}"""u8.ToArray()).TrimEnd('=') + "." + parts[1] + ".";

        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(office, unsigned));
    }

    [Theory]
    [InlineData("staff:nobody")]
    [InlineData("king:me")]
    [InlineData("resident:")]
    [InlineData("resident:a\nb")]
    public async Task A_stranger_is_not_let_in(string participant)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.Me, participant);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(Town.Agent, "village-agent", "史家庄村代办点")]
    [InlineData(Town.Chief, "chief-representative", "翟镇民政办")]
    [InlineData(Town.Filing, "city-filing-officer", "新泰市民政局")]
    public async Task Staff_are_who_the_directory_says(string participant, string role, string office)
    {
        await using var backOffice = await Office.OpenAsync(azurite);

        var me = await backOffice.GetAsync<Me>(Routes.Me, participant);

        Assert.Equal((role, office), (me.Role, me.OfficeName));
    }

    [Fact]
    public async Task Residents_have_no_desk()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.Work, Town.Resident);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> WithAsync(Office office, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Routes.Prefix + Routes.Me);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await office.SendRawAsync(request);
        return answer.StatusCode;
    }
}
