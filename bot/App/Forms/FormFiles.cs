using OneVisit.Bot.BackOffices;

namespace OneVisit.Bot.Forms;

/// <summary>A form as a browser gets it. We made it ourselves, so the browser's own reader may show it.</summary>
internal static class FormFiles
{
    public static IResult Of(HttpContext http, Paper form, string material)
    {
        var name = new string([.. material.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(24)]);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.pdf\"";
        return Results.Bytes(form.Content, form.ContentType);
    }
}
