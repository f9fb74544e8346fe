using OneVisit.Local.Host;

namespace OneVisit.Browser.Tests;

public sealed class OpeningTests
{
    [BrowserFact]
    public async Task A_resident_on_a_phone_is_greeted_and_can_write()
    {
        var folder = Directory.CreateTempSubdirectory("onevisit-browser-");
        try
        {
            await using var city = await LocalCity.StartAsync(
                new CityOptions { Port = 0, BackOfficePort = 0, BlobPort = 0, QueuePort = 0, TablePort = 0, Data = folder.FullName }, Console.WriteLine);
            using var page = new Page(city.PublicUrl, 390);

            page.Say("丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去");

            page.Hear("节哀");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
