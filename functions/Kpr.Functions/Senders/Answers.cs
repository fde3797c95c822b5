using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kpr.Core.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Senders;

/// <summary>The forms of questions and answers that the functions of this slice share.</summary>
internal static class Answers
{
    private const string CsvType = "text/csv";
    private const int FirstYear = 2006;
    private const int LastYear = 2100;

    /// <summary>An answer as JSON.</summary>
    /// <typeparam name="T">The form that is declared in <see cref="SendersJson"/>, not the type at run time: lists have many.</typeparam>
    public static IActionResult Json<T>(T answer) => new ContentResult
    {
        Content = JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)SendersJson.Answers.GetTypeInfo(typeof(T))),
        ContentType = "application/json; charset=utf-8",
        StatusCode = StatusCodes.Status200OK,
    };

    /// <summary>A table to download.</summary>
    public static IActionResult Csv(CsvText table, string name) => new FileContentResult(table.ToBytes(), $"{CsvType}; charset=utf-8") { FileDownloadName = name };

    /// <summary>400: a parameter of the question is malformed.</summary>
    public static IActionResult Malformed(string parameter, string detail) => new BadRequestObjectResult(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = $"Parameteren {parameter} er ikke gyldig.",
        Detail = detail,
    });

    /// <summary>A parameter of the question; null when it is not there or empty.</summary>
    public static string? Query(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>Whether a text is a year that the register can know of.</summary>
    public static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear;

    /// <summary>Whether the question asks for CSV.</summary>
    public static bool WantsCsv(HttpRequest request) =>
        Query(request, "format") == "csv" || request.GetTypedHeaders().Accept.Any(range => range.MediaType.Equals(CsvType, StringComparison.OrdinalIgnoreCase));
}
