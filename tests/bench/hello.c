/* The baseline of the first frame: a window of SDL2 with one colour in it, as bare as it can be. */
#include <SDL2/SDL.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec now;
    SDL_Event event;
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return 1;
    SDL_Window *window = SDL_CreateWindow("hello", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, 1280, 720, 0);
    SDL_Surface *surface = window ? SDL_GetWindowSurface(window) : NULL;
    if (!surface)
        return 1;
    SDL_FillRect(surface, NULL, 0xff336699u);
    SDL_UpdateWindowSurface(window);
    while (SDL_PollEvent(&event))
        ;
    clock_gettime(CLOCK_MONOTONIC, &now);
    printf("%.6f\n", (double)now.tv_sec + now.tv_nsec / 1e9);
    SDL_Quit();
    return 0;
}
