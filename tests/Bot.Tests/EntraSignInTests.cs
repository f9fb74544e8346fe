using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Bot.Tests;

/// <summary>Staff sign in with the city's tenant of Entra ID.</summary>
[Collection(CityCollection.Name)]
public sealed class EntraSignInTests(BotCity city) : IAsyncLifetime
{
    private readonly Guid account = Guid.NewGuid();
    private EntraCity entra = null!;

    public async Task InitializeAsync()
    {
        entra = await EntraCity.OpenAsync(city);
        city.Office.Accounts[account] = new("zhai-officer", "翟敏", HasPost: true);
    }

    public async Task DisposeAsync() => await entra.DisposeAsync();

    [Fact]
    public async Task Whom_the_tenant_vouches_for_and_the_directory_knows_has_their_desk()
    {
        using var officer = entra.Visitor();

        Assert.Equal(("/staff", HttpStatusCode.OK), await officer.SignInAsync(account));
        using var session = await officer.PostAsync("staff/session");
        Assert.StartsWith($"dl_s-~{account:N}-", (string?)(await officer.ReadAsync(session))["userId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_staff_number_has_forty_letters_speaks_at_their_desk()
    {
        var staffId = new string('z', 40);
        city.Office.Accounts[account] = new(staffId, "翟敏", HasPost: true);

        var officer = await ChattingAsync();
        await officer.SayAsync("我的任务");

        Assert.InRange(officer.UserId.Length, 1, 64);
        Assert.Contains(("staff:" + staffId, "/" + Routes.Prefix + Routes.Work), city.Office.Asked);
    }

    [Fact]
    public async Task The_page_leads_to_the_tenants_sign_in()
    {
        using var visitor = entra.Visitor();
        using var options = await visitor.GetAsync("staff/sign-in-options");

        Assert.Equal("/staff/sign-in", (string?)(await visitor.ReadAsync(options))["redirectUrl"]);
    }

    public static TheoryData<string, Action<EntraStandIn, TokenWish>> Bad => new()
    {
        { "of another tenant", (_, wish) => wish["tid"] = Guid.NewGuid().ToString("D") },
        { "signed by another tenant", (entra, wish) => wish.Issuer = $"{entra.Authority}{Guid.NewGuid()}/v2.0" },
        { "for another program", (_, wish) => wish.Audience = EntraStandIn.BackOfficeId },
        { "of yesterday", (_, wish) => (wish.From, wish.Until) = (wish.From.AddDays(-1), wish.Until.AddDays(-1)) },
        { "unsigned", (_, wish) => wish.Seal = TokenSeal.None },
        { "with its signature cut off", (_, wish) => wish.Seal = TokenSeal.Cut },
        { "sealed with the public key", (_, wish) => wish.Seal = TokenSeal.PublicKeyAsSecret },
        { "forged", (_, wish) => wish.Seal = TokenSeal.Forged },
        { "signed with a key that nobody published", (_, wish) => wish.Seal = TokenSeal.UnknownKey },
        { "for another sign-in", (_, wish) => wish["nonce"] = "of-another-sign-in" },
        { "of nobody", (_, wish) => wish.Remove("oid") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_token_that_is_not_quite_right_opens_nothing(string token, Action<EntraStandIn, TokenWish> alter)
    {
        using var visitor = entra.Visitor();

        Assert.Equal((token, "/staff/not-signed-in?why=failed"), (token, (await visitor.SignInAsync(account, wish => alter(entra.Entra, wish))).Path));
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.DeskAsync());
    }

    [Fact]
    public async Task When_the_tenant_signs_with_another_key_it_is_looked_up_once_and_people_sign_in()
    {
        using (var before = entra.Visitor())
            await before.SignInAsync(account);
        var asked = entra.Entra.KeysAsked;
        entra.Entra.Press.ChangeKey();

        // The first who comes makes us look, and may have to try again.
        for (var tries = 0; await TryAsync() != "/staff"; tries++)
            Assert.True(tries < 500, "The new key is never taken.");

        Assert.Equal(asked + 1, entra.Entra.KeysAsked);
    }

    [Fact]
    public async Task Whoever_makes_up_keys_does_not_make_us_ask_the_tenant_each_time()
    {
        using (var before = entra.Visitor())
            await before.SignInAsync(account);
        var asked = entra.Entra.KeysAsked;

        for (var forged = 0; forged < 20; forged++)
            Assert.Equal("/staff/not-signed-in?why=failed", await TryAsync(wish => wish.Seal = TokenSeal.UnknownKey));

        Assert.InRange(entra.Entra.KeysAsked, asked, asked + 1);
        Assert.Equal("/staff", await TryAsync());
    }

    [Fact]
    public async Task The_way_back_is_good_once()
    {
        using var officer = entra.Visitor(followsBack: false);
        var back = (await officer.WayBackAsync(account)).PathAndQuery;
        using var first = await officer.GetAsync(back);
        using var again = await officer.GetAsync(back);

        Assert.Equal(("/staff", "/staff/not-signed-in?why=failed"), (first.Headers.Location?.OriginalString, again.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task The_way_back_of_one_browser_signs_nobody_in_on_another()
    {
        using var officer = entra.Visitor(followsBack: false);
        using var other = entra.Visitor(followsBack: false);
        using var answer = await other.GetAsync((await officer.WayBackAsync(account)).PathAndQuery);

        Assert.Equal("/staff/not-signed-in?why=failed", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, await other.DeskAsync());
    }

    [Fact]
    public async Task Whom_the_directory_does_not_know_is_told_so_and_gets_no_session()
    {
        using var stranger = entra.Visitor();

        Assert.Equal(("/staff/not-signed-in?why=unknown", HttpStatusCode.Forbidden), await stranger.SignInAsync(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.Unauthorized, await stranger.DeskAsync());
    }

    [Fact]
    public async Task Whose_post_ended_yesterday_is_told_so_and_gets_no_session()
    {
        city.Office.Accounts[account] = new("zhai-officer", "翟敏", HasPost: false);
        using var former = entra.Visitor();

        Assert.Equal(("/staff/not-signed-in?why=no-post", HttpStatusCode.Forbidden), await former.SignInAsync(account));
        Assert.Equal(HttpStatusCode.Unauthorized, await former.DeskAsync());
    }

    [Theory]
    [InlineData("unknown&lang=zh-CN", "名录里还没有您的账号")]
    [InlineData("unknown&lang=en", "The directory does not know your account yet")]
    [InlineData("no-post&lang=zh-CN", "您今天没有在任的岗位")]
    [InlineData("failed&lang=en", "Signing in did not work")]
    [InlineData("%3Cscript%3E&lang=en", "Signing in did not work")]
    public async Task What_is_wrong_is_said_in_the_readers_language(string why, string words)
    {
        using var visitor = entra.Visitor();
        using var page = await visitor.GetAsync("staff/not-signed-in?why=" + why);

        Assert.Contains(words, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_directory_is_out_at_the_next_request()
    {
        using var officer = await AtTheDeskAsync();
        city.Office.Accounts.Remove(account, out _);

        Assert.Equal(HttpStatusCode.Unauthorized, await officer.DeskAsync());
        city.Office.Accounts[account] = new("zhai-officer", "翟敏", HasPost: true);
        Assert.Equal(HttpStatusCode.Unauthorized, await officer.DeskAsync());
    }

    [Theory]
    [InlineData("zhai-chief", true)]
    [InlineData("zhai-officer", false)]
    public async Task Whose_account_or_post_is_no_longer_theirs_is_out_at_the_next_request(string staffId, bool hasPost)
    {
        using var officer = await AtTheDeskAsync();
        city.Office.Accounts[account] = new(staffId, "翟敏", hasPost);

        Assert.Equal(HttpStatusCode.Unauthorized, await officer.DeskAsync());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("zhai-officer", false)]
    [InlineData("zhai-chief", true)]
    public async Task An_open_chat_ends_with_the_account_at_the_next_message(string? staffId, bool hasPost)
    {
        var officer = await ChattingAsync();
        var before = Works;
        await officer.SayAsync("我的任务");
        Change(staffId, hasPost);
        var asked = Works;

        var said = await officer.SayAsync("我的任务");

        Assert.Contains("请退出后重新登录", Assert.Single(said).Content, StringComparison.Ordinal);
        Assert.True(asked > before);
        Assert.Equal(asked, Works);
    }

    [Fact]
    public async Task An_open_chat_hears_no_notice_once_the_account_was_taken_away()
    {
        var (officer, queue) = (await ChattingAsync(), entra.Services.GetRequiredService<NoticeQueue>());
        var resident = new Talker(city, ChatUserId.NewResident(), city.NewConversation(), "zh-CN", entra.Url);
        await resident.JoinAsync();
        Change(null, false);
        var before = officer.Heard.Count;

        await queue.SendAsync(Sample.Notice("staff:zhai-officer", NoticeKinds.TaskOpened, "XT261124-EN0001", "verify-r1"));
        await queue.SendAsync(city.Office.Wrote(Sample.Notice(city.ParticipantOf(resident), NoticeKinds.CaseLate, "XT261124-EN0002", null, ("due", "2026-12-22"))));

        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains("EN0002", StringComparison.Ordinal)));
        Assert.Equal(before, officer.Heard.Count);
    }

    [Fact]
    public async Task A_chat_that_was_opened_without_the_tenants_word_is_nobodys()
    {
        var officer = new Talker(city, entra.Services.GetRequiredService<ChatUserId>().OfStaff("zhai-officer"), city.NewConversation(), "zh-CN", entra.Url);
        var asked = Works;

        await officer.SayAsync("我的任务");

        Assert.Equal(asked, Works);
    }

    private int Works => city.Office.Asked.Count(asked => asked == ("staff:zhai-officer", "/" + Routes.Prefix + Routes.Work));

    private void Change(string? staffId, bool hasPost)
    {
        if (staffId is null)
            city.Office.Accounts.Remove(account, out _);
        else
            city.Office.Accounts[account] = new(staffId, "翟敏", hasPost);
    }

    // As the page opens it: under the id that the sign-in gave.
    private async Task<Talker> ChattingAsync()
    {
        using var officer = await AtTheDeskAsync();
        using var session = await officer.PostAsync("staff/session");
        var opened = await officer.ReadAsync(session);
        var talker = new Talker(city, (string)opened["userId"]!, (string)opened["conversationId"]!, "zh-CN", entra.Url);
        await talker.JoinAsync();
        return talker;
    }

    [Fact]
    public async Task Who_signs_out_is_signed_out_at_the_tenant_too()
    {
        using var officer = await AtTheDeskAsync();
        using var left = await officer.PostAsync("staff/sign-out");
        using var back = await officer.GetAsync((string)(await officer.ReadAsync(left))["redirectUrl"]!);

        Assert.Equal(new Uri(entra.Url, "staff/signed-out").AbsoluteUri, Assert.Single(entra.Entra.SignedOut));
        Assert.Equal(("/staff", HttpStatusCode.Unauthorized), (back.RequestMessage!.RequestUri!.AbsolutePath, await officer.DeskAsync()));
    }

    [Fact]
    public async Task A_session_that_the_tenant_did_not_give_is_none()
    {
        using var demo = entra.Visitor();
        using var signedIn = await demo.PostAsync("test/sign-in/zhai-officer");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (signedIn.StatusCode, await demo.DeskAsync()));
    }

    [Fact]
    public async Task The_bot_shows_the_back_office_its_identity_and_names_who_speaks()
    {
        using var officer = await AtTheDeskAsync();
        await officer.DeskAsync();

        var (_, token) = city.Office.Asked.Zip(city.Office.Tokens).Last(asked => asked.First == ("staff:zhai-officer", "/" + Routes.Prefix + Routes.Work));
        Assert.Equal(EntraStandIn.FrontDoorId, new JsonWebToken(token["Bearer ".Length..]).GetClaim("azp").Value);
    }

    private async Task<string> TryAsync(Action<TokenWish>? alter = null)
    {
        using var visitor = entra.Visitor();
        return (await visitor.SignInAsync(account, alter)).Path;
    }

    private async Task<EntraVisitor> AtTheDeskAsync()
    {
        var officer = entra.Visitor();
        await officer.SignInAsync(account);
        Assert.Equal(HttpStatusCode.OK, await officer.DeskAsync());
        return officer;
    }
}
