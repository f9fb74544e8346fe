using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

/// <summary>A back office that goes by tokens of the city's tenant: the front door's, and those of staff who call it themselves.</summary>
public sealed class EntraTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>, IAsyncLifetime
{
    private static readonly Guid Account = Guid.Parse("5b0f3a52-8c1d-4e7e-9a44-0c6a1f2e3d10"), Former = Guid.Parse("5b0f3a52-8c1d-4e7e-9a44-0c6a1f2e3d11");

    private EntraStandIn entra = null!;
    private Office office = null!;

    private DateTimeOffset Now => office.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        entra = await EntraStandIn.StartAsync();
        office = await Office.OpenAsync(azurite, entra: entra);
        var (officer, other) = (Town.Staff.Single(member => member.Id == "zhai-officer"), Town.Staff.Single(member => member.Id == "zhai-officer-2"));
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync(
            [officer with { Account = Account }, other with { Account = Former, Posts = [other.Posts[0] with { To = new(2026, 11, 23) }] }]);
    }

    public async Task DisposeAsync()
    {
        await office.DisposeAsync();
        await entra.DisposeAsync();
    }

    [Theory]
    [InlineData(Town.Resident, "resident")]
    [InlineData(Town.Officer, "township-officer")]
    public async Task The_front_door_speaks_for_whom_it_names(string participant, string role) =>
        Assert.Equal(role, (await MeAsync(entra.FrontDoorToken(Now), participant)).Role);

    [Theory]
    [InlineData("staff:nobody")]
    [InlineData("king:me")]
    [InlineData("door:front")]
    public async Task Whom_nobody_knows_it_cannot_speak_for(string participant) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Routes.Me, entra.FrontDoorToken(Now), participant));

    [Fact]
    public async Task For_nobody_it_asks_whose_an_account_is_and_nothing_else()
    {
        var token = entra.FrontDoorToken(Now);
        var route = Routes.StaffAccount.Replace("{account}", Account.ToString("D"), StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await AskAsync(route, token), await AskAsync(Routes.MyCases, token)));
    }

    [Fact]
    public async Task An_app_without_the_role_is_not_the_front_door() => await IsRefusedAsync(wish => wish.Remove("roles"));

    [Fact]
    public async Task An_app_with_another_role_is_not_the_front_door() => await IsRefusedAsync(wish => wish["roles"] = new[] { "Reader" });

    [Fact]
    public async Task Another_app_is_not_the_front_door_even_with_the_role() => await IsRefusedAsync(wish => wish["azp"] = EntraStandIn.ClientId);

    [Fact]
    public async Task What_a_person_lets_a_program_do_does_not_open_the_front_door() => await IsRefusedAsync(wish => wish["scp"] = "openid");

    [Fact]
    public async Task A_token_of_another_tenant_is_none() => await IsRefusedAsync(wish => wish["tid"] = Guid.NewGuid().ToString("D"));

    [Fact]
    public async Task A_token_that_another_tenant_signed_is_none() => await IsRefusedAsync(wish => wish.Issuer = $"{entra.Authority}{Guid.NewGuid()}/v2.0");

    [Fact]
    public async Task A_token_for_another_office_is_none() => await IsRefusedAsync(wish => wish.Audience = EntraStandIn.ClientId);

    [Fact]
    public async Task A_token_of_yesterday_is_none() => await IsRefusedAsync(wish => (wish.From, wish.Until) = (Now.AddDays(-1), Now.AddDays(-1).AddHours(1)));

    [Fact]
    public async Task A_token_of_tomorrow_is_none() => await IsRefusedAsync(wish => (wish.From, wish.Until) = (Now.AddDays(1), Now.AddDays(1).AddHours(1)));

    [Theory]
    [InlineData(TokenSeal.None)]
    [InlineData(TokenSeal.Cut)]
    [InlineData(TokenSeal.PublicKeyAsSecret)]
    [InlineData(TokenSeal.Forged)]
    [InlineData(TokenSeal.UnknownKey)]
    public async Task A_token_without_the_tenants_signature_is_none(TokenSeal seal) => await IsRefusedAsync(wish => wish.Seal = seal);

    [Fact]
    public async Task When_the_tenant_signs_with_another_key_it_is_looked_up_once_and_taken()
    {
        await MeAsync(entra.FrontDoorToken(Now), Town.Officer);
        var before = entra.KeysAsked;
        entra.Press.ChangeKey();

        // The first that comes makes us look; it need not wait for what is found.
        for (var tries = 0; await AskAsync(Routes.Me, entra.FrontDoorToken(Now), Town.Officer) != HttpStatusCode.OK; tries++)
            Assert.True(tries < 2_000, "The new key is never taken.");

        Assert.Equal(before + 1, entra.KeysAsked);
    }

    [Fact]
    public async Task Whoever_makes_up_keys_does_not_make_us_ask_the_tenant_each_time()
    {
        await MeAsync(entra.FrontDoorToken(Now), Town.Officer);
        var before = entra.KeysAsked;

        for (var forged = 0; forged < 50; forged++)
            await IsRefusedAsync(wish => wish.Seal = TokenSeal.UnknownKey);

        Assert.InRange(entra.KeysAsked, before, before + 1);
        Assert.Equal("township-officer", (await MeAsync(entra.FrontDoorToken(Now), Town.Officer)).Role);
    }

    [Fact]
    public async Task A_shared_key_opens_nothing_here() => Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Routes.Me, office.Token(Town.Officer)));

    [Fact]
    public async Task Staff_who_call_themselves_have_the_rights_they_have_on_the_pages()
    {
        var me = await MeAsync(entra.StaffToken(Now, Account));

        Assert.Equal(("township-officer", "翟镇民政办"), (me.Role, me.OfficeName));
    }

    [Fact]
    public async Task Staff_who_name_somebody_else_are_refused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Routes.Me, entra.StaffToken(Now, Account), Town.Chief));

    [Fact]
    public async Task An_account_that_is_not_in_the_directory_is_nobodys() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Routes.Me, entra.StaffToken(Now, Guid.NewGuid())));

    [Fact]
    public async Task A_program_that_was_let_do_something_else_does_not_call_for_staff() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Routes.Me, entra.StaffToken(Now, Account, wish => wish["scp"] = "profile")));

    [Fact]
    public async Task Who_holds_no_post_today_gets_nothing_of_the_office() =>
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(Routes.Staff, entra.StaffToken(Now, Former)));

    private async Task IsRefusedAsync(Action<TokenWish> alter) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Routes.Me, entra.FrontDoorToken(Now, alter), Town.Officer));

    private async Task<HttpStatusCode> AskAsync(string route, string token, string? participant = null)
    {
        using var answer = await SendAsync(route, token, participant);
        return answer.StatusCode;
    }

    private async Task<Me> MeAsync(string token, string? participant = null)
    {
        using var answer = await SendAsync(Routes.Me, token, participant);
        return await Office.ReadAsync<Me>(answer);
    }

    private async Task<HttpResponseMessage> SendAsync(string route, string token, string? participant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Routes.Prefix + route);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (participant is not null)
            request.Headers.Add(Headers.Participant, participant);
        return await office.SendRawAsync(request);
    }
}
