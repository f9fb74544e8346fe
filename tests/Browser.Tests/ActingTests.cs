namespace OneVisit.Browser.Tests;

/// <summary>Applying for somebody else on a phone, in both languages.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ActingTests(BrowserCity city)
{
    [BrowserFact]
    public void A_son_applies_for_his_mother_and_sees_for_whom()
    {
        using var page = new Page(city.PublicUrl, width: 390);
        page.Hear("您好").Say("我替我妈申请低保，她一个人在村里过不下去").Hear("您替您母亲办").Press("对").Hear("都请说您母亲家的").Press("农村户口").Hear("有几口人").Say("1口人");
        page.Hear("收入加起来").Say("200").Hear("自己花了不少钱吗").Say("都没有").Hear("家里有下面这些吗").Say("都没有").Hear("我记下的是").Press("都对，看结果").Hear("可能符合");
        page.Say("农村低保").Hear("自己能拿主意").Press("能，是本人让我办的").Hear("办到哪天").Press("办完为止").Hear("您母亲签名的委托书").Hear("材料清单");
        page.Look("acting-list");
        page.Press("知道了，同意").Hear("您母亲叫什么名字").Say("张桂英").Hear("身份证号是多少").Say("370982194503070023").Hear("再说说您自己").Say("李建国").Hear("您自己的身份证号").Say(Resident.IdNumber);
        page.Hear("哪个电话").Say("13805381234").Hear("自己有手机吗").Press("没有").Hear("住在哪个村").Say("史家庄").Hear("近亲属").Press("没有").Hear("请核对").Hear("代理人身份证号");
        page.Look("acting-summary");

        page.Press("提交申请").Hear("已受理").Say("我的办件").Hear("您替谁办");

        page.Look("acting-case");
    }

    [BrowserFact]
    public void For_whom_it_is_is_asked_in_English()
    {
        using var page = new Page(new Uri(city.PublicUrl, "?lang=en"), 390, "dark");
        page.Hear("OneVisit").Say("I am applying for my mother, she cannot make ends meet").Hear("you apply for your mother").Press("Yes").Hear("answer for the household of your mother");

        page.Look("acting-story-en");
    }
}
