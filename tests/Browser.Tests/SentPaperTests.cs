namespace OneVisit.Browser.Tests;

/// <summary>A photo that a resident sent, as an officer's browser sees it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SentPaperTests(BrowserCity city)
{
    [BrowserFact]
    public void A_photo_that_a_resident_sent_is_seen_by_an_officer_at_an_origin_of_its_own()
    {
        using var desk = DeskAt(CaseWithPhoto());

        desk.Follow("第 1 份").ShowsPicture();
        var (first, origin, cookies) = (desk.Browser.Url, desk.Browser.ExecuteScript("return self.origin"), desk.Browser.Manage().Cookies.AllCookies.Count);
        desk.Browser.Navigate().Refresh();
        desk.ShowsPicture();

        Assert.StartsWith(city.PapersUrl + "p/", first, StringComparison.Ordinal);
        Assert.Equal(("null", 0), (origin, cookies));
        Assert.NotEqual(first, desk.Browser.Url);
    }

    // Without the document's own policy and sandbox, as a browser would have it that knows neither: that it is another origin is enough.
    [BrowserFact]
    public void Even_without_its_sandbox_the_photos_document_reads_nothing_of_the_pages()
    {
        using var desk = DeskAt(CaseWithPhoto());
        desk.Browser.ExecuteCdpCommand("Page.setBypassCSP", new Dictionary<string, object?> { ["enabled"] = true });
        desk.Browser.Navigate().Refresh();

        var asPages = AnswerOf(desk);
        desk.Follow("第 1 份").ShowsPicture();

        Assert.StartsWith("200 ", asPages, StringComparison.Ordinal);
        Assert.StartsWith("TypeError", AnswerOf(desk), StringComparison.Ordinal);
        Assert.DoesNotContain("onevisit", (string)desk.Browser.ExecuteScript("try { return document.cookie; } catch { return ''; }")!, StringComparison.Ordinal);
    }

    // What the staff page asks for with its session, asked for by the document that is open.
    private string AnswerOf(Page page) => (string)page.Browser.ExecuteAsyncScript("""
        const done = arguments[arguments.length - 1];
        fetch(arguments[0], { credentials: 'include' }).then(async answer => done(`${answer.status} ${await answer.text()}`), broken => done(String(broken)));
        """, new Uri(city.PublicUrl, "staff/me").AbsoluteUri)!;

    private string CaseWithPhoto()
    {
        using var resident = new Resident(city.PublicUrl);
        using var photo = new SamplePhoto();
        resident.TellsAndAnswers().Page.Say("农村低保").Hear("给谁办").Press("给我自己（我家）").Hear("材料清单");
        resident.Page.Upload(photo.Path).Hear("这是哪一样材料").Press("收入声明").Hear("收下了 1 个");
        resident.Page.Press("都能带来").Press("知道了，同意").Hear("叫什么名字").Say("李秀兰").Hear("身份证号是多少").Say(Resident.IdNumber);
        resident.Page.Hear("哪个电话").Say("13805381234").Hear("哪个村").Say("史家庄");
        return resident.Submits();
    }

    private Page DeskAt(string caseId)
    {
        var desk = new Page(city.Staff, 1280);
        desk.PressWith("翟敏").Hear("我的待办");
        desk.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, $"folder/{caseId}"));
        return desk.Hear("材料和文书");
    }
}
