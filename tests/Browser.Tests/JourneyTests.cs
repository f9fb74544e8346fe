namespace OneVisit.Browser.Tests;

/// <summary>The whole journey as people see it: Web Chat on a phone, the desks on a screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(BrowserCity city)
{
    [BrowserFact]
    public async Task A_case_goes_from_the_first_word_to_the_rating()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var desk = new Page(city.Staff, 1280);

        Desk(desk, "史建国", caseId).Tick("家庭经济状况核对授权书").Tick("诚信承诺书").Tick("收入声明").Press("材料收齐").Hear("材料已收齐");
        Leave(desk, "翟敏", caseId, "入户调查").Choose("第二调查人", "孟凡强（乡镇经办人）").Fill("查到的全家月收入", "1200").Press("调查完成").Hear("等孟凡强签字");
        Leave(desk, "孟凡强", caseId, "调查签字").Press("签字").Hear("第二调查人已签字");
        Leave(desk, "翟敏", caseId, "信息核对").Choose("核对结果", "一致").Press("交核对结果").Hear("核对结果已交");
        Open(desk, "初审", caseId).Press("建议批准").Hear("已建议批准");
        Open(desk, "公示", caseId).Press("已张贴公示").Hear("公示已张贴");
        resident.Page.Hear("在村里公示");

        await city.PassAsync(days: 8);
        Leave(desk, "王立新", caseId, "审核确认").Fill("每月金额", "1720").Press("批准").Hear("已批准");
        resident.Page.Hear("好消息");

        Leave(desk, "李文静", caseId, "备案").Fill("备案登记号", "泰民备 2026-1").Press("已备案").Hear("李文静（市级备案员）");
        resident.Page.Hear("这件事办得怎么样").Press("非常满意").Hear("要选一选吗").Press("不选了").Hear("谢谢您的评价");
    }

    [BrowserFact]
    public void Who_closes_the_page_and_comes_back_finds_the_conversation()
    {
        using var resident = new Resident(city.PublicUrl);
        resident.Page.Hear("您好");
        resident.Page.Say(Resident.Story).Hear("我理解得对吗");

        resident.Page.Leave();
        resident.Page.Return();

        resident.Page.Hear("我理解得对吗").Press("对").Hear("户口在新泰吗");
    }

    [BrowserFact]
    public void A_photo_sent_by_the_agent_is_opened_by_the_township()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var desk = new Page(city.Staff, 1280);
        Desk(desk, "史建国", caseId);
        using var photo = new SamplePhoto();

        desk.Upload(photo.Path).Hear("收到 1 个文件");
        if (desk.Shows("放进哪一件")) desk.Press($"李秀兰 · 史家庄村 · {caseId}");
        desk.Hear("的哪一样材料").Press("收入声明").Hear("收下了 1 个");
        Open(desk, "上门收材料", caseId).Tick("家庭经济状况核对授权书").Tick("诚信承诺书").Tick("收入声明").Press("材料收齐").Hear("材料已收齐");

        Leave(desk, "翟敏", caseId, "入户调查").Press("材料").Open("第 1 份").ShowsPicture();
        Assert.StartsWith(city.PapersUrl.AbsoluteUri, desk.Browser.Url, StringComparison.Ordinal);
    }

    private static Page Desk(Page desk, string name, string caseId)
    {
        desk.PressWith(name).Hear("我的待办");
        return Open(desk, null, caseId);
    }

    private static Page Leave(Page desk, string next, string caseId, string kind)
    {
        desk.Press("退出").Hear("您是哪一位");
        desk.PressWith(next).Hear("我的待办");
        return Open(desk, kind, caseId);
    }

    // Presses the task in the list beside the conversation, which brings its card to the end.
    private static Page Open(Page desk, string? kind, string caseId)
    {
        desk.OpenTask(caseId, kind);
        return desk;
    }
}
