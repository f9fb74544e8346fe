using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public HeroCard()
    {
    }

    public HeroCard(string title = default, string subtitle = default, string text = default, IList<CardImage> images = default,
        IList<CardAction> buttons = default, CardAction tap = default)
    {
        (Title, Subtitle, Text) = (title, subtitle, text);
        (Images, Buttons, Tap) = (images, buttons, tap);
    }

    [JsonProperty("title")] public string Title { get; set; }
    [JsonProperty("subtitle")] public string Subtitle { get; set; }
    [JsonProperty("text")] public string Text { get; set; }
    [JsonProperty("images")] public IList<CardImage> Images { get; set; }
    [JsonProperty("buttons")] public IList<CardAction> Buttons { get; set; }
    [JsonProperty("tap")] public CardAction Tap { get; set; }
}

public class CardImage
{
    public CardImage()
    {
    }

    public CardImage(string url = default, string alt = default, CardAction tap = default) => (Url, Alt, Tap) = (url, alt, tap);

    [JsonProperty("url")] public string Url { get; set; }
    [JsonProperty("alt")] public string Alt { get; set; }
    [JsonProperty("tap")] public CardAction Tap { get; set; }
}

public static class Extensions
{
    public static Attachment ToAttachment(this HeroCard card) => new(HeroCard.ContentType, content: card);
}
