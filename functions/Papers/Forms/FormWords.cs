using System.Globalization;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;

namespace OneVisit.Papers.Forms;

/// <summary>Words as they stand on a form: Chinese, and English beneath for who reads English.</summary>
internal sealed class FormWords(Language reader)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public Wording Of(Text text) => new(text.Zh, reader == Language.English && text.En != text.Zh ? text.En : null);

    public static Text Day(DateOnly day) => new(day.ToString("yyyy 年 M 月 d 日", Chinese), day.ToString("d MMMM yyyy", English));

    public static Text Moment(DateTimeOffset instant)
    {
        var local = instant.ToOffset(BeijingTime.Offset);
        return new(local.ToString("yyyy 年 M 月 d 日 HH:mm:ss", Chinese), local.ToString("d MMMM yyyy, HH:mm:ss", English));
    }

    public static Text Yuan(Money money)
    {
        var yuan = money.ToFen().Yuan.ToString("#,##0.##", CultureInfo.InvariantCulture);
        return new($"{yuan} {FormShelf.Word("yuan").Zh}", $"{yuan} {FormShelf.Word("yuan").En}");
    }
}
