using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class SpeakerTests(BotCity city)
{
    private ChatUserId Ids => city.Services.GetRequiredService<ChatUserId>();

    [Fact]
    public void A_signed_staff_id_is_that_member_of_staff() =>
        Assert.Equal("staff:zhai-officer", Ids.ParticipantOf("directline", Ids.OfStaff("zhai-officer")));

    [Fact]
    public void A_signed_staff_id_names_the_account_with_which_the_chat_was_opened()
    {
        var account = Guid.NewGuid();
        var with = Ids.OfAccount(account);

        // Whose it is, the directory says.
        Assert.Equal((account, null, null), (Ids.AccountOf(with), Ids.ParticipantOf("directline", with), Ids.AccountOf(Ids.OfStaff("zhai-officer"))));
        Assert.Null(Ids.AccountOf(with.Replace(account.ToString("N"), Guid.NewGuid().ToString("N"), StringComparison.Ordinal)));
        Assert.Null(Ids.AccountOf("dl_r-somebody"));
    }

    [Fact]
    public void Every_user_id_is_one_that_the_channel_takes()
    {
        string[] ids = [ChatUserId.NewResident(), Ids.OfStaff(new string('x', 40)), Ids.OfAccount(Guid.NewGuid())];
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 64));
    }

    [Theory]
    [InlineData("dl_s-zhai-officer-0000000000000000")]
    [InlineData("dl_s-zhai-officer")]
    [InlineData("dl_s-")]
    [InlineData("DL_S-zhai-officer-0000000000000000")]
    [InlineData("dl_s-zhai-officer~0123456789abcdef0123456789abcdef-0000000000000000")]
    public void A_staff_id_without_our_signature_is_nobody(string userId) => Assert.Null(Ids.ParticipantOf("directline", userId));

    [Fact]
    public void The_signature_of_one_does_not_fit_another() =>
        Assert.Null(Ids.ParticipantOf("directline", Ids.OfStaff("zhai-officer").Replace("zhai-officer", "zhai-chief", StringComparison.Ordinal)));

    [Fact]
    public void The_same_name_on_two_channels_is_two_residents() =>
        Assert.NotEqual(Ids.ParticipantOf("directline", "u1"), Ids.ParticipantOf("msteams", "u1"));

    [Fact]
    public async Task Who_pretends_to_be_staff_gets_nothing_out_of_the_back_office()
    {
        var forger = new Talker(city, "dl_s-zhai-chief-0123456789abcdef", city.NewConversation(), "zh-CN");
        await forger.SayAsync("我的待办");
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Participant == "staff:zhai-chief");
    }

    [Fact]
    public async Task Somebody_else_in_a_residents_conversation_is_not_answered()
    {
        var owner = city.Resident();
        await owner.SayAsync("你好");
        var stranger = new Talker(city, "dl_r-stranger", owner.Conversation, "zh-CN");
        Assert.Empty(await stranger.SayAsync("我的办件"));
    }
}
