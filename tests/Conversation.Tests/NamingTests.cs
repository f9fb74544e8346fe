using System.Text.RegularExpressions;
using OneVisit.Domain;

namespace OneVisit.Conversation.Tests;

/// <summary>「让别人替我接着办」: somebody is named to go on in a case that is on its way; the officer's card for the same.</summary>
public sealed class NamingTests
{
    private const string Number = "370982199506010029";

    private static readonly CaseView Free = Working.View with { Mandate = null, MayNameRepresentative = true };

    private static readonly RepresentationView Her = new(
        RepresentationBases.Entrusted, RepresentativeRelations.Daughter, "李*", "139****0024", new(2027, 11, 23), true, "M14", "委托书", "needed", "由女儿李*代办") { MayEnd = true };

    private static Talk Home(CaseView? view = null, Func<Effect, EffectResult?>? otherwise = null)
    {
        var talk = Journeys.ToSummary().Presses("提交申请");
        talk.BackOffice = effect => otherwise?.Invoke(effect) ?? effect switch
        {
            Effect.ListMyCases => new EffectResult.Cases([Working.Summary]),
            Effect.ShowCase => new EffectResult.Shown(view ?? Free),
            Effect.NameActing => new EffectResult.ActingBegun(Free with { Representation = Her, MayNameRepresentative = false }),
            _ => Working.Answer(effect),
        };
        return talk;
    }

    private static Talk ToConfirm(Func<Effect, EffectResult?>? otherwise = null) =>
        Home(otherwise: otherwise).Says("请我女儿接着替我办").Says("李小梅").Says(Number).Says("139 0000 0024").Presses("办完为止");

    private static NameRepresentative Wish(Talk talk) => Assert.Single(talk.Effects.OfType<Effect.NameActing>()).Wish;

    [Theory]
    [InlineData("让别人替我接着办")]
    [InlineData("请人接着替我办")]
    [InlineData("let somebody go on for me")]
    public void It_is_asked_who_it_is(string words) => Assert.Equal(NamingStep.Relation, Home().Says(words).Bot(Working.CaseId).State.Naming?.Step);

    [Theory]
    [InlineData("请我女儿接着替我办", "daughter")]
    [InlineData("我想让我儿子继续替我办吧", "son")]
    [InlineData("能不能找我闺女来接着帮我跑", "daughter")]
    [InlineData("let my daughter go on for me", "daughter")]
    [InlineData("I want my son to act for me", "son")]
    public void What_was_said_with_the_wish_is_not_asked(string words, string relation)
    {
        var talk = Home().Says(words).Bot(Working.CaseId);

        Assert.Equal((relation, NamingStep.Name), (talk.State.Naming?.Relation, talk.State.Naming?.Step));
    }

    [Theory]
    [InlineData("不让他替我办了")]
    [InlineData("我不替她办了")]
    [InlineData("请代办员接着替我办")]
    [InlineData("换个代办员")]
    [InlineData("don't let him act for me")]
    public void Other_wishes_are_not_taken_for_it(string words) => Assert.DoesNotContain(Home().Says(words).Effects, effect => effect is Effect.ListMyCases { ToNameActing: true });

    [Fact]
    public void Who_it_is_until_when_and_once_more_with_what_it_means()
    {
        var talk = ToConfirm().Bot("女儿，李小梅", "0024", "11 月 24 日", "随时能停", "委托书").BotDoesNotSay(Number);
        Assert.Empty(talk.Effects.OfType<Effect.NameActing>());

        talk.Presses("对，就这样登记").Bot("我来接着办", "验证码", "还是您自己办", "委托书");
        Assert.Equal((RepresentationBases.Entrusted, RepresentativeRelations.Daughter, "李小梅", Number, "13900000024", new DateOnly(2027, 11, 24)), Wish(talk).Representative is { } her ? (her.Basis, her.Relation, her.Name, her.IdNumber, her.Phone, her.Until!.Value) : default);
        Assert.Null(talk.State.Naming);
    }

    [Theory]
    [InlineData(Language.Chinese, "「", "」")]
    [InlineData(Language.English, "“", "”")]
    public void Who_is_named_says_what_they_are_told_to_say_and_is_asked_who_they_are(Language language, string open, string close)
    {
        var talk = ToConfirm();
        talk.State = talk.State with { Language = language, LanguageChosen = true };
        var told = Regex.Match(talk.Says(language == Language.Chinese ? "对" : "yes").Last, $"{open}(?<words>[^{close}]+){close}").Groups["words"].Value;

        Assert.Equal((told, ProofStep.Name), (told, new Talk().Opens().Says(told).State.Proving?.Step));
    }

    [Theory]
    [InlineData("我来接着办")]
    [InlineData("我接着替我妈办")]
    [InlineData("我来接着替她办")]
    [InlineData("我妈让我接着替她办的")]
    [InlineData("I'll go on for my mother")]
    public void Who_is_named_may_say_it_in_their_own_words(string words) =>
        Assert.Equal(ProofStep.Name, new Talk().Opens().Says(words).State.Proving?.Step);

    [Fact]
    public void Who_is_filling_something_in_goes_on_with_that() => Assert.Null(Journeys.ToName().Says("我来接着办").State.Proving);

    [Fact]
    public void No_pronoun_is_said_of_a_daughter_who_is_named() => ToConfirm().BotDoesNotSay("他").Says("对").BotDoesNotSay("他");

    [Fact]
    public void Who_named_somebody_hears_that_they_have_it_and_that_it_can_be_taken_back() =>
        Home().IsTold(NoticeKinds.CaseMoved, ("to", "representative")).Bot("替您办的人", "随时能拿回来").BotDoesNotSay("申请人").Presses("我以前办过").Bot("叫什么名字");

    [Fact]
    public void It_is_offered_beside_the_case_where_it_can_be()
    {
        Home(otherwise: effect => effect is Effect.ListMyCases { ToNameActing: false } ? new EffectResult.Cases([Working.Summary]) : null).Says("我的办件").Presses("请别人接着替我办").Bot("是您的什么人");
        Assert.DoesNotContain("请别人接着替我办", Home(Working.View).Says("我的办件").Choices.Select(choice => choice.Title));
    }

    [Fact]
    public void A_sons_wife_is_no_son() => Assert.NotEqual("son", Home().Says("请我儿媳妇接着替我办").Bot(Working.CaseId).State.Naming?.Relation);

    [Theory]
    [InlineData("approved", true)]
    [InlineData("closed", false)]
    public void As_long_as_it_goes_on_somebody_can_be_named(string status, bool may) => Assert.Equal(may, Home(Free with { Status = status }, effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary with { Status = status }]) : null)
        .Says("请我女儿接着替我办").Effects.Any(effect => effect is Effect.ShowCase { ToNameActing: true }));

    [Theory]
    [InlineData("kin", "您的一位亲戚（李")]
    [InlineData("village", "村（居）委会的工作人员（李")]
    [InlineData("other", "另一个人（李")]
    public void Who_acts_is_told_in_words_that_fit(string relation, string words) => Home().IsTold(NoticeKinds.RepresentationBegun, ("relation", relation), ("name", "李*")).Bot(words);

    [Theory]
    [InlineData("让邻居家的儿子接着替我办")]
    [InlineData("请我朋友的女儿接着替我办")]
    public void A_child_of_somebody_else_is_not_taken_for_ones_own(string words) => Assert.False(Home().Says(words).State.Naming?.Relation is "son" or "daughter");

    [Theory]
    [InlineData("我闺女", "daughter")]
    [InlineData("儿子", "son")]
    [InlineData("我老公", "spouse")]
    [InlineData("我大哥", "sibling")]
    [InlineData("邻居", "neighbour")]
    [InlineData("我侄子", "kin")]
    public void What_they_are_is_understood_as_it_is_said(string words, string relation) => Assert.Equal(relation, Home().Says("让别人替我接着办").Says(words).State.Naming!.Relation);

    [Fact]
    public void The_letter_is_printed_and_its_photo_is_taken_from_there()
    {
        var talk = ToConfirm().Says("对");
        Assert.Contains("onevisit-form:print/" + Working.CaseId + "/M14", string.Concat(talk.LastSays.OfType<Say.Card>().Select(card => card.Content.ToJsonString(Wire.Json))), StringComparison.Ordinal);
        talk.Sends("letter.jpg");
        talk.Presses(talk.Choices.Single(choice => choice.Value == "material:M14").Title);
        Assert.Equal((Working.CaseId, "M14"), talk.Effects.OfType<Effect.Upload>().Select(upload => (upload.CaseId, upload.Material)).Single());
    }

    [Fact]
    public void What_is_wrong_is_asked_again_and_nothing_is_lost()
    {
        var talk = Home().Says("让别人替我接着办").Presses("女儿").Says("李小梅").Says("37098219950601002X").Bot("最后一位").Says("37098220150910002X").Bot("没满 18 岁").Says(Number).Says("12").Says("13900000024").Says("2020年1月1日").Bot("过去了").Says("明年3月1日");
        Assert.Equal((Number, new DateOnly(2027, 3, 1)), (talk.State.Naming!.IdNumber, talk.State.Naming.Until));
        talk.Presses("写错了，重新说").Bot("是您的什么人");
    }

    [Fact]
    public void A_field_that_the_office_does_not_take_is_asked_again()
    {
        var refused = true;
        var talk = ToConfirm(effect => effect is Effect.NameActing && refused
            ? new EffectResult.Failed(new Problem("about:blank", "", 422, Errors: new Dictionary<string, string[]> { ["representative.phone"] = ["这是本人的手机号。"] })) : null).Says("对").Bot("这是本人的手机号", "手机号是多少");
        refused = false;
        talk.Says("13700000000").Says("对");
        Assert.Equal("13700000000", talk.Effects.OfType<Effect.NameActing>().Last().Wish.Representative!.Phone);
    }

    [Fact]
    public void What_the_office_does_not_allow_is_said_in_its_words()
    {
        var talk = ToConfirm(effect => effect is Effect.NameActing ? new EffectResult.Failed(new Problem("about:blank", "", 409, "请先收回对代办员的委托。", ProblemCodes.OutOfOrder)) : null).Says("对").Bot("请先收回对代办员的委托");
        Assert.Null(talk.State.Naming);
    }

    [Fact]
    public void It_can_be_left_at_any_time_and_what_was_told_of_them_goes()
    {
        Assert.Null(ToConfirm().Presses("先不用").Bot("接着来").State.Naming);
        Assert.Null(ToConfirm().Says("不对").State.Naming);
        Assert.Null(Home().Says("让别人替我接着办").Presses("女儿").Says("李小梅").Says("我的办件").State.Naming);
    }

    [Fact]
    public void Where_it_cannot_be_it_is_said_why()
    {
        Home(Working.View).Says("让别人替我接着办").Bot("委托了代办员", "取消代办");
        Home(Free with { MayNameRepresentative = false, Representation = Her }).Says("让别人替我接着办").Bot("已经有人替您办");
        Home(Free with { MayNameRepresentative = false }).Says("让别人替我接着办").Bot("本人亲自办");
        Home(otherwise: effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary with { ActedFor = "张*" }]) : null).Says("让别人替我接着办").Bot("没有正在办的件");
    }

    [Fact]
    public void Of_several_one_is_chosen() =>
        Home(otherwise: effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary, Working.Summary with { CaseId = "XT261124-ZZ12CD" }]) : null).Says("让别人替我接着办").Bot("是哪一件").Presses("XT261124-ZZ12CD 农村低保").Bot("是您的什么人");

    [Fact]
    public void The_proof_that_is_asked_for_in_between_loses_nothing()
    {
        var proven = false;
        var talk = ToConfirm(effect => effect switch
        {
            Effect.NameActing when !proven => new EffectResult.Failed(new Problem("about:blank", "", 403, Code: ProblemCodes.ProofNeeded)),
            Effect.SendProofCode => new EffectResult.ProofCodeSent(new ProofCodeSent(City.Now.AddMinutes(10), Working.Code)),
            Effect.TakeProof => Proven(),
            _ => null,
        }).Says("对").Says("张桂兰").Says("370982197001010016").Says(Working.Code).Bot("登记好了");
        Assert.Null(talk.State.Naming);

        EffectResult Proven()
        {
            proven = true;
            return new EffectResult.Proven(new ProofTaken(1, 0));
        }
    }

    [Fact]
    public void The_person_is_told_what_the_office_noted() =>
        Home().IsTold(NoticeKinds.RepresentationBegun, ("relation", "daughter"), ("name", "李*"), ("until", "2027-03-01")).Bot("您的女儿（李\\*）", "3 月 1 日", "0538-7000103");

    [Theory]
    [InlineData("representation-begun", "请了别人接着替办")]
    [InlineData("named-letter", "委托书交来了")]
    public void The_office_hears_what_to_look_at(string kind, string words)
    {
        var told = new StaffDesk().Next(new(), new Heard.Noticed(new Notice("n", "staff:x", NoticeKinds.ClientNotice, Working.CaseId, null, City.Now, new Dictionary<string, string> { ["kind"] = kind })));
        Assert.Contains(words, Assert.IsType<Say.Words>(Assert.Single(told.Says)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_officer_notes_who_acts_when_they_saw_on_what()
    {
        var shown = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.ShowCase(Working.CaseId), new EffectResult.Shown(Free)));
        var offer = shown.Says.OfType<Say.Words>().Single().Choices.Single(choice => choice.Title == "登记由谁接着代办");
        Assert.Contains("evidenceSeen", new StaffDesk().Next(new(), new Heard.Picked(offer.Value)).Says.OfType<Say.Card>().Single().Content.ToJsonString(Wire.Json), StringComparison.Ordinal);

        var fields = new Dictionary<string, string>
        {
            ["act"] = "begin-acting", ["caseId"] = Working.CaseId, ["actingBasis"] = "guardian", ["actingRelation"] = "son", ["actingName"] = "李小明", ["actingNumber"] = Number, ["actingPhone"] = "13900000024",
            ["evidenceSeen"] = "yes", ["reason"] = "法院已认定，带判决书来窗口",
        };
        Assert.Equal(
            new Effect.NoteActing(Working.CaseId, new NoteRepresentation(new("guardian", "son", "李小明", Number, "13900000024"), true, "法院已认定，带判决书来窗口")), new StaffDesk().Next(new(), new Heard.Posted(fields)).Effect);
        foreach (var (field, wrong) in (IEnumerable<(string, string)>)[("evidenceSeen", ""), ("reason", ""), ("actingName", ""), ("actingNumber", "123"), ("actingPhone", "1"), ("until", "soon")])
            Assert.Null(new StaffDesk().Next(new(), new Heard.Posted(new Dictionary<string, string>(fields) { [field] = wrong })).Effect);

        var noted = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.NoteActing(Working.CaseId, new(null, true, null)), new EffectResult.ActingBegun(Free with { Representation = Her })));
        Assert.Contains("由女儿李\\*代办", noted.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
    }
}
