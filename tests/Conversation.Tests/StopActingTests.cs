namespace OneVisit.Conversation.Tests;

/// <summary>Who acts for somebody gives it up; and what both are told when acting ends by itself, is about to, or goes on.</summary>
public sealed class StopActingTests
{
    private static readonly RepresentationView Letter = new(
        RepresentationBases.Entrusted, RepresentativeRelations.Son, "李*", "138****5678", new(2027, 11, 23), true, "M14", "委托书", "needed", "由儿子李*代办") { IsYou = true };

    private static readonly CaseSummary Acted = Working.Summary with { ActedFor = "张*" };

    private static Talk Home(RepresentationView? by = null, Func<Effect, EffectResult?>? otherwise = null)
    {
        var talk = Journeys.ToSummary().Presses("提交申请");
        talk.BackOffice = effect => otherwise?.Invoke(effect) ?? effect switch
        {
            Effect.ListMyCases => new EffectResult.Cases([Acted]),
            Effect.ShowCase => new EffectResult.Shown(Working.View with { Representation = by ?? Letter }),
            Effect.StopActing stop => new EffectResult.ActingEnded(stop.CaseId),
            _ => Working.Answer(effect),
        };
        return talk;
    }

    [Theory]
    [InlineData("我不替她办了")]
    [InlineData("不想再替我妈办了")]
    [InlineData("我以后不帮我婆婆跑了")]
    [InlineData("我没空替他办这件事了")]
    [InlineData("我不办了")]
    [InlineData("退出代理")]
    [InlineData("I can no longer act for my mother")]
    [InlineData("stop acting for my mother")]
    public void It_is_asked_once_more_with_what_it_means(string words)
    {
        var talk = Home().Says(words).Bot(Working.CaseId);
        Assert.Empty(talk.Effects.OfType<Effect.StopActing>());
        Assert.Equal(Working.CaseId, Assert.Single(talk.Says("是").Effects.OfType<Effect.StopActing>()).CaseId);
    }

    [Theory]
    [InlineData("不让他替我办了")]
    [InlineData("不想让代办员替我办了")]
    [InlineData("我不知道怎么替我妈办")]
    [InlineData("不用替我办")]
    [InlineData("I can't apply for me")]
    public void Other_wishes_are_not_taken_for_it(string words) => Assert.DoesNotContain(Home().Says(words).Effects, effect => effect is Effect.ListMyCases { ToStopActing: true });

    [Fact]
    public void The_person_goes_on_and_nothing_is_lost() => Home().Says("我不替她办了").Bot("本人接着办", "什么也不会丢", "镇上的工作人员会去联系本人", "0538-7000103");

    [Fact]
    public void It_is_offered_beside_the_case_pressed_and_over()
    {
        var talk = Home(otherwise: effect => effect is Effect.ListMyCases { ToStopActing: false } ? new EffectResult.Cases([Acted]) : null).Says("我的办件").Presses("我不替他办了").Presses("对，我不替办了").Bot("不再由您替办了", "辛苦您了");
        Assert.Equal((null, null), (talk.State.LastReceipt, talk.State.StopActingAsked));
        Assert.Empty(talk.State.LastCases);
    }

    [Fact]
    public void Who_acts_is_told_that_the_letter_is_missing_and_sends_it_from_there()
    {
        var talk = Home(otherwise: effect => effect is Effect.Upload upload ? new EffectResult.Uploaded(upload.Material, [new UploadedFile("letter.jpg", null)]) : null);
        talk.State = talk.State with { LastReceipt = null, LastBasis = null };
        talk.Says("我的办件").Bot("还差一样").Sends("letter.jpg");
        talk.Presses(talk.Choices.Single(choice => choice.Value == "material:M14").Title);
        Assert.Equal((Working.CaseId, "M14"), talk.Effects.OfType<Effect.Upload>().Select(upload => (upload.CaseId, upload.Material)).Single());
        Home(Letter with { EvidenceStatus = "received" }).Says("我的办件").Bot("您不用做什么");
    }

    [Fact]
    public void Who_acts_on_a_letter_is_not_told_that_nothing_is_left_to_do()
    {
        var talk = Home();
        talk.State = talk.State with { LastBasis = RepresentationBases.Entrusted };
        talk.IsTold(NoticeKinds.CaseAccepted, ("due", "2026-12-25"), ("provisional", "false")).Bot("签好的委托书要是还没交", "12 月 25 日");
        Home().IsTold(NoticeKinds.CaseAccepted, ("due", "2026-12-25"), ("provisional", "false")).Bot("您现在不用做什么").BotDoesNotSay("委托书");
    }

    [Fact]
    public void It_can_be_left_as_it_is() => Assert.Empty(Home().Says("我不替她办了").Says("先不用").Bot("接着来").Says("是").Effects.OfType<Effect.StopActing>());

    [Fact]
    public void What_came_with_it_is_said_to_end_too() =>
        Home(otherwise: effect => effect is Effect.ShowCase ? new EffectResult.Shown(Working.View with { Representation = Letter, ApplicationId = "APP" }) : null).Says("我不替她办了").Bot("跟它一起申请的");

    [Theory]
    [InlineData(RepresentationBases.Parent)]
    [InlineData(RepresentationBases.Guardian)]
    public void A_parent_or_guardian_is_led_to_the_office(string basis)
    {
        var talk = Home(Letter with { Basis = basis }).Says("我不替他办了").Bot("法律定的责任", "0538-7000103", "还是由您办");
        Assert.Empty(talk.Says("是").Effects.OfType<Effect.StopActing>());
        Assert.DoesNotContain("我不替他办了", Home(Letter with { Basis = basis }).Says("我的办件").Choices.Select(choice => choice.Title));
    }

    [Fact]
    public void Who_acts_for_nobody_is_told_so() => Home(otherwise: effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary]) : null).Says("我不替她办了").Bot("没有替别人办的件");

    [Fact]
    public void Of_several_one_is_chosen() => Home(otherwise: effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Acted, Acted with { CaseId = "XT261124-ZZ12CD" }]) : null).Says("我不替她办了").Bot("是哪一件").Presses("XT261124-ZZ12CD 农村低保（替 张* 办）").Bot("以后您不再替");

    [Fact]
    public void When_the_first_answer_got_lost_it_is_done_all_the_same() =>
        Home(otherwise: effect => effect is Effect.StopActing ? new EffectResult.Failed(new Problem("about:blank", "", 403, "您说过不再代办。", ProblemCodes.RepresentationEnded)) : null).Says("我不替她办了").Says("是").Bot("不再由您替办了");

    [Fact]
    public void What_the_office_refuses_is_said_in_its_words() =>
        Home(otherwise: effect => effect is Effect.StopActing ? new EffectResult.Failed(new Problem("about:blank", "", 409, "不能自己退出。", ProblemCodes.OutOfOrder)) : null).Says("我不替她办了").Says("是").Bot("不能自己退出");

    [Fact]
    public void While_something_is_filled_in_it_is_not_taken_for_a_case_of_before() => Assert.DoesNotContain(Journeys.ToName().Says("我不办了").Effects, effect => effect is Effect.ListMyCases { ToStopActing: true });

    [Theory]
    [InlineData("date", "期限满了")]
    [InlineData("of-age", "您满 18 岁了")]
    [InlineData("renounced", "说不再办了")]
    [InlineData("office", "登记了不再由别人替办")]
    public void The_person_hears_in_plain_words_that_they_go_on(string why, string words) =>
        Home().IsTold(NoticeKinds.RepresentationOver, ("on", "2026-11-25"), ("why", why)).Bot(words, "11 月 25 日", "由您自己办", "什么也不用重来").Presses("我以前办过");

    [Fact]
    public void Before_the_last_day_who_acts_hears_how_to_go_on_and_the_letter_is_taken_by_photo()
    {
        var talk = Home().IsTold(NoticeKinds.RepresentationEndsSoon, ("until", "2026-12-01"), ("why", "date"), ("of", "representative"), ("codes", "M14"), ("items", "委托书和受托人身份证")).Bot("12 月 1 日", "再签一份", "拍照发到这里").Sends("letter.jpg");
        talk.Presses(talk.Choices.Single(choice => choice.Value == "material:M14").Title);
        Assert.Equal((Working.CaseId, "M14"), talk.Effects.OfType<Effect.Upload>().Select(upload => (upload.CaseId, upload.Material)).Single());
    }

    [Theory]
    [InlineData("date", "representative", "交到镇上的民政窗口")]
    [InlineData("date", "person", "您签的委托书")]
    [InlineData("of-age", "representative", "第二天他就满 18 岁")]
    [InlineData("of-age", "person", "您就满 18 岁")]
    public void Each_of_the_two_hears_what_it_means_for_them(string why, string of, string words) =>
        Home().IsTold(NoticeKinds.RepresentationEndsSoon, ("until", "2026-12-01"), ("why", why), ("of", of)).Bot(words, "12 月 1 日", "0538-7000103").BotDoesNotSay("拍照发到这里");

    [Theory]
    [InlineData("representative", "接着由您替办")]
    [InlineData("person", "不是您签的")]
    public void That_a_later_letter_was_seen_both_hear(string of, string words) => Home().IsTold(NoticeKinds.RepresentationProlonged, ("until", "2027-03-01"), ("of", of)).Bot(words, "3 月 1 日");

    [Fact]
    public void The_office_hears_that_nobody_took_over_yet()
    {
        var told = new StaffDesk().Next(new(), new Heard.Noticed(new Notice("n", "staff:x", NoticeKinds.ClientNotice, Working.CaseId, null, City.Now, new Dictionary<string, string> { ["kind"] = NoticeKinds.RepresentationOver, ["why"] = "date" })));
        Assert.Contains("本人还没接手", Assert.IsType<Say.Words>(Assert.Single(told.Says)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_officer_notes_a_later_letter_with_its_day_when_it_was_seen()
    {
        var shown = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.ShowCase(Working.CaseId), new EffectResult.Shown(Working.View with { Representation = Letter with { IsYou = false, MayProlong = true } })));
        var offer = shown.Says.OfType<Say.Words>().Single().Choices.Single(choice => choice.Title == "登记新的委托期限");
        Assert.Contains("letterSeen", new StaffDesk().Next(new(), new Heard.Picked(offer.Value)).Says.OfType<Say.Card>().Single().Content.ToJsonString(Wire.Json), StringComparison.Ordinal);

        var fields = new Dictionary<string, string> { ["act"] = "later-letter", ["caseId"] = Working.CaseId, ["until"] = "2027-03-01", ["letterSeen"] = "yes" };
        Assert.Equal(new Effect.NoteLaterLetter(Working.CaseId, new ProlongRepresentation(new(2027, 3, 1), true)), new StaffDesk().Next(new(), new Heard.Posted(fields)).Effect);
        Assert.Null(new StaffDesk().Next(new(), new Heard.Posted(new Dictionary<string, string>(fields) { ["letterSeen"] = "" })).Effect);
        Assert.Null(new StaffDesk().Next(new(), new Heard.Posted(new Dictionary<string, string>(fields) { ["until"] = "soon" })).Effect);
    }

    [Theory]
    [InlineData("collect", "received", true)]
    [InlineData("review", "received", true)]
    [InlineData("collect", "needed", false)]
    [InlineData("notice", "received", false)]
    public void Who_checks_the_papers_is_asked_to_compare_the_letter_once_it_is_there(string kind, string status, bool asked)
    {
        var card = StaffTests.Card(StaffTests.Task(kind, ["collected"]) with { Representation = Letter with { IsYou = false, EvidenceStatus = status } }).ToJsonString(Wire.Json);
        Assert.Equal(asked, card.Contains("请跟委托书对一下", StringComparison.Ordinal));
    }

    [Fact]
    public void An_agent_sees_whom_to_call_under_their_own_name()
    {
        var client = new ClientView(Working.CaseId, "农村低保", "张桂英", "13800005678", "史家庄村", "open", ["collect"], "collect-r1", new(2026, 12, 1), "green", [], new(2027, 2, 24), []) { Contact = new("王小红", "女儿") };
        var listed = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.ListClients(), new EffectResult.Clients([client])));
        Assert.Contains("联系人：王小红（女儿）13800005678", listed.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
    }
}
