// The peer: the same statements with SurveyJS as its documentation shows it, with every change kept in localStorage.
/* global Survey */

const PLACE = "survey-answers";

const survey = new Survey.Model(JSON.parse(document.getElementById("questions").textContent));
survey.data = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
survey.onValueChanged.add(() => localStorage.setItem(PLACE, JSON.stringify(survey.data)));
survey.render(document.getElementById("survey"));
