using System.Text.RegularExpressions;

namespace OneVisit.Browser.Tests;

/// <summary>Li Xiulan on her phone, in Web Chat. She and her number are invented (GB 11643).</summary>
internal sealed partial class Resident(Page page) : IDisposable
{
    public Resident(Uri city, string query = "", int width = 390)
        : this(new Page(new(city, query), width))
    {
    }

    public const string Story = "丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去";

    public const string IdNumber = "370982197001010016";

    public Page Page => page;

    /// <summary>The code that the demonstration showed last in place of a telephone.</summary>
    public string Code => DemoCode().Matches(Page.Words)[^1].Groups["code"].Value;

    /// <summary>From the first word to the verdict, by typing and by buttons.</summary>
    public Resident TellsAndAnswers()
    {
        Page.Hear("您好");
        return Tells();
    }

    /// <summary>The same, without being greeted first.</summary>
    public Resident Tells()
    {
        // Lists in a row have the same button: who types cannot press the one of the list before.
        Page.Say(Story).Hear("我理解得对吗").Press("对").Hear("户口在新泰吗").Press("农村户口").Hear("现在在领下面哪些").Press("都没有");
        Page.Hear("家里有这样的人吗").Say("都没有").Hear("有几口人");
        Page.Say("4口人").Hear("收入加起来").Say("1200").Hear("自己花了不少钱吗").Say("都没有").Hear("家里有下面这些吗").Say("都没有").Hear("我记下的是").Press("都对，看结果").Hear("可能符合");
        return this;
    }

    /// <summary>From the verdict to the case number.</summary>
    /// <returns>The case number.</returns>
    public string Applies()
    {
        ToMandate();
        return Submits();
    }

    /// <summary>From the question for an agent to the case number.</summary>
    /// <returns>The case number.</returns>
    public string Submits()
    {
        Page.Hear("全程跑腿").Press("请代办员帮忙").Hear("怎么签").Press("发验证码，用验证码签").Hear("短信里的验证码是");
        Page.Say(Code).Hear("近亲属").Press("没有").Hear("请核对").Press("提交申请").Hear("已受理");
        return CaseNumber().Match(Page.Words).Value;
    }

    /// <summary>From the verdict to the question for an agent.</summary>
    /// <param name="withAgent">An agent sits beside, who is not asked for whom.</param>
    public Resident ToMandate(bool withAgent = false)
    {
        Page.Say("农村低保");
        if (!withAgent) Page.Hear("给谁办").Press("给我自己（我家）");
        Page.Hear("材料清单").Press("都能带来").Press("知道了，同意").Hear("叫什么名字").Say("李秀兰").Hear("身份证号是多少").Say(IdNumber);
        Page.Hear("哪个电话").Say("13805381234").Hear("哪个村").Say("史家庄");
        return this;
    }

    public void Dispose() => Page.Dispose();

    [GeneratedRegex("短信里的验证码是 (?<code>[0-9]{6})")]
    private static partial Regex DemoCode();

    [GeneratedRegex("XT[0-9]{6}-[0-9A-Z]{6}")]
    private static partial Regex CaseNumber();
}
